-- Kinds of which other fields are relations since their definition changed: their entities are
-- merged again, in the order of their references.
create table kind_merge (
  kind   text collate "C" primary key,
  -- The transaction that changed the definition last.
  mark   bigint not null,
  -- The last entity that was merged; empty before the first.
  after  text collate "C" not null default '',
  merged bigint not null default 0,
  -- How many entities there were when the definition changed.
  total  bigint not null
);
