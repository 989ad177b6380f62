-- The newest version of each entity, also of those that are deleted: their version survives.
create table entity (
  ref     text collate "C" primary key,
  version bigint  not null,
  deleted boolean not null
);

-- Every version, as it was published. The newest one of each entity is its state: a purge of old
-- history must leave it.
create table entity_version (
  ref          text collate "C" not null,
  version      bigint      not null,
  event        json        not null,
  committed_at timestamptz not null,
  primary key (ref, version)
);
