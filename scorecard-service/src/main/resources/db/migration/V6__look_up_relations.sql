-- Who has a relation, by the relation: rules look through them the inverse way. An index over the
-- array of each entity has no statistics of which relation is rare, and PostgreSQL reads all
-- entities rather than it when there are many.
CREATE TABLE relation (
  edge   text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  PRIMARY KEY (edge, source)
);
INSERT INTO relation SELECT DISTINCT unnest(relations), ref FROM entity;
DROP INDEX entity_by_relation;
