-- What a source was heard to retract lately counts with what it retracts next.
create index sync_retracted_as_heard on sync (source, started_at)
  where origin = 'stream' and retracted > 0;
