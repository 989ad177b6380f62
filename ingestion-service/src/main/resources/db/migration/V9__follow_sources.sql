-- Sources that are followed, or were: what following leaves in a database of theirs must be taken
-- away again, as it keeps that database from discarding its log.
create table following (
  source        text collate "C" primary key references source,
  -- The instance that follows it; whether that lives tells its advisory lock.
  instance      integer not null,
  -- By which adapter and with what it is followed; null before that.
  adapter       text,
  configuration json,
  -- Whether the source was read whole since its changes are heard with this configuration.
  read_whole    boolean not null default false,
  -- Why it cannot be followed; null while it is.
  problem       text,
  since         timestamptz not null default now()
);

-- Which entities an item of a followed source, such as a row, is known to describe. There may be
-- more than it does, never fewer.
create table item_entity (
  source text collate "C" not null references source,
  item   text collate "C" not null,
  ref    text collate "C" not null,
  -- The last sync that found it so.
  sync   bigint not null,
  primary key (source, item, ref)
);

create index item_entity_of_ref on item_entity (source, ref);

alter table sync drop constraint sync_origin_check;
alter table sync add constraint sync_origin_check
  check (origin in ('push', 'parts', 'adapter', 'stream'));

-- What was heard is not taken while the source is read whole, and the other way round.
drop index sync_one_adapter_run;
create unique index sync_one_reading on sync (source)
  where status = 'RUNNING' and origin in ('adapter', 'stream');
