-- The facts: the last state of every entity but scorecards. A deleted entity keeps its version, so
-- that an older record cannot bring it back.
CREATE TABLE entity (
  ref          text COLLATE "C" PRIMARY KEY,
  version      bigint NOT NULL,
  -- The entity as on the topic; null when it was deleted. json and not jsonb: it is read back whole.
  state        json,
  evaluated_at timestamptz NOT NULL
);
