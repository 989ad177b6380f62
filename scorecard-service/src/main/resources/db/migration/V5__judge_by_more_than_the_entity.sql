-- What integrations measured, as on the topic; a withdrawn fact keeps its version.
CREATE TABLE fact (
  entity       text COLLATE "C" NOT NULL,
  name         text COLLATE "C" NOT NULL,
  version      bigint NOT NULL,
  value        json,
  source       text NOT NULL,
  observed_at  timestamptz NOT NULL,
  committed_at timestamptz NOT NULL,
  PRIMARY KEY (entity, name)
);

-- What the whole graph says of an entity, as it was counted last.
CREATE TABLE graph_fact (
  entity       text COLLATE "C" PRIMARY KEY,
  dependents   int NOT NULL,
  dependencies int NOT NULL,
  blast_radius int NOT NULL,
  cycle_size   int NOT NULL
);

-- Up to which change of entities that is. One row at most.
CREATE TABLE graph_count (
  singleton boolean PRIMARY KEY CHECK (singleton),
  up_to     bigint NOT NULL
);

-- In the order in which entities changed, so that whoever counts the graph reads what is new.
CREATE SEQUENCE entity_change;
ALTER TABLE entity ADD COLUMN changed bigint NOT NULL DEFAULT nextval('entity_change');
CREATE INDEX entity_by_change ON entity (changed);
ALTER TABLE entity ADD COLUMN committed_at timestamptz;

-- When a result may be another though nothing changes but the time.
CREATE TABLE due (
  entity    text COLLATE "C" NOT NULL,
  scorecard text COLLATE "C" NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (entity, scorecard)
);
CREATE INDEX due_by_time ON due (at);

ALTER TABLE result
  ADD COLUMN points   int NOT NULL DEFAULT 0,
  ADD COLUMN possible int NOT NULL DEFAULT 0;

-- Every change of every result. Who was judged before and is not now, or the other way round, has
-- no points on that side.
CREATE TABLE result_change (
  entity          text COLLATE "C" NOT NULL,
  scorecard       text COLLATE "C" NOT NULL,
  version         bigint NOT NULL,
  changed_at      timestamptz NOT NULL,
  level_before    text,
  points_before   int,
  possible_before int,
  level           text,
  points          int,
  possible        int,
  -- The outcomes that differ, each as it was and as it is.
  rules           json NOT NULL,
  entity_version  bigint NOT NULL,
  -- The events that brought it, such as group:default/payments@12.
  causes          text[] NOT NULL,
  PRIMARY KEY (entity, scorecard, version)
);
CREATE INDEX result_change_by_time ON result_change (scorecard, changed_at);

-- Which reminders of initiatives were sent.
CREATE TABLE reminder (
  initiative text COLLATE "C" NOT NULL,
  deadline   timestamptz NOT NULL,
  days_left  int NOT NULL,
  sent_at    timestamptz NOT NULL,
  PRIMARY KEY (initiative, deadline, days_left)
);

-- Results of before have no points yet.
UPDATE reevaluation SET position = '', evaluated = 0, finished_at = NULL;
