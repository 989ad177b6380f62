-- The outbox of a service: events written in its own transactions, on their way to Kafka.
-- Repeatable, so that it has no number that could clash with the service's own migrations:
-- whatever is added here must be true however often it runs.

create table if not exists outbox (
  id          bigint generated always as identity primary key,
  event_id    uuid        not null default gen_random_uuid(),
  topic       text        not null,
  key         text        not null,
  type        text        not null,
  subject     text,
  payload     text,
  time        timestamptz not null,
  traceparent text,
  written_at  timestamptz not null default clock_timestamp(),
  refused     text
);

comment on table outbox is 'Events not yet acknowledged by Kafka. The relay deletes a row when it is.';
comment on column outbox.event_id is 'ce_id of the record: the same each time that the row is sent.';
comment on column outbox.payload is 'JSON; null makes a tombstone.';
comment on column outbox.refused is 'Why Kafka will never take this row. Set to null, it is tried again at the next start.';

-- Rows live for milliseconds, so a share of the table says nothing about how many died.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Inserts only: that the relay deletes what it has sent is no event.
do $$
begin
  if not exists (select from pg_publication where pubname = 'portolan_outbox') then
    create publication portolan_outbox for table outbox with (publish = 'insert');
  end if;
end $$;
