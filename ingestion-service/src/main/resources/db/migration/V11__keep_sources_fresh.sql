alter table source
  -- How a delivery that asks for a sync is signed, and the name of the secret.
  add column webhook_scheme text,
  add column webhook_secret text,
  -- When somebody last told that the source has something new, and the newest run of its adapter
  -- that began after that; null: none did yet.
  add column wanted_at      timestamptz,
  add column wanted_sync    bigint,
  -- How long what it pushed stands without being pushed again; null: for ever.
  add column lease          text,
  -- When it last named all that it says.
  add column confirmed_at   timestamptz,
  -- When somebody last looked for what it has not confirmed; null: not since the lease is this.
  add column lease_checked_at timestamptz;

-- Which deliveries were taken, for as long as they might come again.
create table webhook_delivery (
  source   text collate "C" not null references source,
  delivery text collate "C" not null,
  taken_at timestamptz      not null,
  primary key (source, delivery)
);

create index webhook_delivery_by_time on webhook_delivery (taken_at);

-- When a source said again, in the same words, what it says of an entity; only of sources with a
-- lease, and no oftener than a tenth of it.
create table confirmation (
  source       text collate "C" not null references source,
  ref          text collate "C" not null,
  confirmed_at timestamptz      not null,
  primary key (source, ref)
) with (fillfactor = 70);

-- Since when a source has not confirmed for longer than its lease what it says.
alter table observation add column stale_since timestamptz;

create index observation_stale on observation (source) where stale_since is not null;

alter table sync drop constraint sync_origin_check;
alter table sync add constraint sync_origin_check
  check (origin in ('push', 'parts', 'adapter', 'stream', 'lease'));
