-- How many files an adapter read, and how many it took as they were read before.
alter table sync
  add column files_read      bigint not null default 0,
  add column files_unchanged bigint not null default 0;

-- What each file of a source says, as it was last read. Not that the observations are there: that is
-- looked up each time. It can all be lost: the files are read again.
create table file_reading (
  source     text collate "C" not null references source,
  file       text collate "C" not null,
  -- A hash of what all files are read by: the source's configuration, the kinds, our own version.
  basis      text not null,
  remembered json not null,
  primary key (source, file)
);

-- The revision of a source that was last taken to its end.
create table source_revision (
  source   text collate "C" primary key references source,
  basis    text   not null,
  revision text   not null,
  -- The sync that took it; a sync that finds nothing changed comes to the same.
  sync     bigint not null references sync on delete cascade,
  -- A sum over all that it said, to be compared with what the source says later.
  said     text   not null
);
