-- The text in which a source describes an entity, as it was written. Beside the observation and not
-- in it, which is read and written much more often.
create table original (
  ref    text collate "C" not null,
  source text collate "C" not null,
  -- The file that it stands in; null from a push.
  path   text,
  line   int              not null,
  text   text             not null,
  -- Of all of that, so that a text that is the same is not written again.
  hash   text             not null,
  primary key (ref, source),
  foreign key (ref, source) references observation on delete cascade
);
