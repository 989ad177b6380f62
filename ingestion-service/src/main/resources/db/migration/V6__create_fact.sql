-- What is measured of entities, each fact as it was last published. Not of entity: a fact may come
-- before the entity does, and stays when it goes. json and not jsonb: it is kept as it was said.
create table fact (
  entity       text collate "C" not null,
  name         text collate "C" not null,
  -- 0 only within the transaction that makes the row, to have something to lock.
  version      bigint      not null,
  -- Null: withdrawn. The row stays, because the version survives.
  value        json,
  source       text collate "C" not null references source,
  observed_at  timestamptz not null,
  -- The newest observation, also when it said the same again: what is older comes too late.
  heard_at     timestamptz not null,
  committed_at timestamptz not null,
  primary key (entity, name)
);
