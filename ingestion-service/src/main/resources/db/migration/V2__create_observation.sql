-- What each source says of each entity. json and not jsonb: it is kept as it was said (jsonb
-- refuses \u0000 and rewrites numbers), and it is only ever read whole.
create table observation (
  ref         text collate "C" not null,
  source      text collate "C" not null references source,
  hash        text        not null,
  entity      json        not null,
  observed_at timestamptz not null,
  primary key (ref, source)
);

-- A full sync asks for all that a source says.
create index observation_by_source on observation (source, ref);
