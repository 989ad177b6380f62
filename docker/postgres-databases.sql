-- Runs once, when the volume is new. The owner is POSTGRES_USER, who also carries the outbox to Kafka.
CREATE DATABASE portolan_ingestion;
CREATE DATABASE portolan_scorecard;
