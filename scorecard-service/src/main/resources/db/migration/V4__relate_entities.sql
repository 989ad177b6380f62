-- The relations that an entity says it has, as type>target: rules look through them both ways.
ALTER TABLE entity ADD COLUMN relations text[] NOT NULL DEFAULT '{}';

UPDATE entity
   SET relations = ARRAY(SELECT (relation ->> 'type') || '>' || (relation ->> 'target')
                           FROM json_array_elements(state -> 'relations') AS relation)
 WHERE state IS NOT NULL;

CREATE INDEX entity_by_relation ON entity USING gin (relations);
