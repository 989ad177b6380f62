-- What the first part of a sync that described an entity said of it; null: none did.
alter table sync_named add column hash text;
