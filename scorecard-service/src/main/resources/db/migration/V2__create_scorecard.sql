-- The definitions, as their entities say them; state is null when the scorecard was deleted.
CREATE TABLE scorecard (
  ref     text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL,
  state   json
);

-- How far the evaluation of all entities by a changed scorecard is: all up to and including
-- position are done. There is a row for every scorecard, and finished_at is null while it runs.
CREATE TABLE reevaluation (
  scorecard   text COLLATE "C" PRIMARY KEY REFERENCES scorecard (ref),
  position    text COLLATE "C" NOT NULL,
  evaluated   bigint NOT NULL,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz
);
