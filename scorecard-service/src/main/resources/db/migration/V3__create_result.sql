-- What became of an entity by a scorecard. A withdrawn result keeps its version, as the topic's
-- readers count on versions that rise.
CREATE TABLE result (
  entity         text COLLATE "C" NOT NULL,
  scorecard      text COLLATE "C" NOT NULL,
  version        bigint NOT NULL,
  level          text,
  -- The outcome of each rule, as on the topic; null when the result is withdrawn.
  rules          json,
  entity_version bigint NOT NULL,
  evaluated_at   timestamptz NOT NULL,
  PRIMARY KEY (entity, scorecard)
);

CREATE INDEX result_by_scorecard ON result (scorecard, entity) INCLUDE (level) WHERE rules IS NOT NULL;
