-- Numbers the processes that share this database; cyclic, because half an advisory lock is 32 bits.
create sequence instance as integer cycle;

create table sync (
  id         bigint generated always as identity primary key,
  source     text collate "C" not null references source,
  mode       text        not null check (mode in ('delta', 'full')),
  origin     text        not null check (origin in ('push', 'parts', 'adapter')),
  status     text        not null,
  -- The instance that runs it; null where it waits for a client or a person.
  instance   integer,
  started_at timestamptz not null,
  ended_at   timestamptz,
  -- How many entities the source spoke of when a full sync began.
  had        bigint      not null default 0,
  -- Parts that began and were not read whole; a sync in which one broke off is no full picture.
  parts_under_way integer not null default 0,
  touched_at timestamptz not null default now(),
  accepted   bigint      not null default 0,
  unchanged  bigint      not null default 0,
  rejected   bigint      not null default 0,
  nameless   bigint      not null default 0,
  retracted  bigint      not null default 0,
  problems   json        not null default '[]',
  notes      json        not null default '[]'
);

create index sync_by_source on sync (source, id desc);

create index sync_unfinished on sync (source) where status in ('RUNNING', 'HELD');

-- One run of an adapter at a time, whichever instance it is on.
create unique index sync_one_adapter_run on sync (source)
  where status = 'RUNNING' and origin = 'adapter';

-- What a full sync has named so far.
create table sync_named (
  sync bigint not null references sync on delete cascade,
  ref  text collate "C" not null,
  primary key (sync, ref)
);

-- What a full sync retracts, at once or when a person approves; naming an entity takes it off.
create table sync_retraction (
  sync bigint not null references sync on delete cascade,
  ref  text collate "C" not null,
  primary key (sync, ref)
);

create index sync_retraction_by_ref on sync_retraction (ref);
