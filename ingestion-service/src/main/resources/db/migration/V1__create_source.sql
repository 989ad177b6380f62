create table source (
  name          text collate "C" primary key,
  adapter       text        not null default 'push',
  configuration json        not null default '{}',
  schedule      text,
  priority      integer     not null default 100,
  -- The priority with which its entities were last merged; where it differs they are merged again.
  merged_priority integer   not null default 100,
  hold_share    double precision not null default 0.2,
  hold_count    integer     not null default 10,
  created_at    timestamptz not null default now()
);
