alter table source
  -- How a delivery that asks for a sync is signed, and the name of the secret.
  add column webhook_scheme text,
  add column webhook_secret text,
  -- When somebody last told that the source has something new, and the newest run of its adapter
  -- that began after that; null: none did yet.
  add column wanted_at      timestamptz,
  add column wanted_sync    bigint;

-- Which deliveries were taken, for as long as they might come again.
create table webhook_delivery (
  source   text collate "C" not null references source,
  delivery text collate "C" not null,
  taken_at timestamptz      not null,
  primary key (source, delivery)
);

create index webhook_delivery_by_time on webhook_delivery (taken_at);
