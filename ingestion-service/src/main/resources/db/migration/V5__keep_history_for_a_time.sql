-- What changed in a span of time. A B-tree and not BRIN: once old versions are purged, new ones fill
-- their place, and where a row lies says nothing of its time any more. The entities of a chunk share
-- one time and so one entry: it costs the write side next to nothing (docs/history.md).
create index entity_version_by_time on entity_version (committed_at);

-- Since when history is complete: of the versions before, only the newest one of each entity is
-- sure to be held.
create table history_kept (
  single boolean     primary key default true check (single),
  since  timestamptz not null
);

insert into history_kept (since) values ('epoch');

create index entity_deleted on entity (ref) where deleted;
