package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.ingestion.reconciliation.postgres.EntityTable.Written;
import java.util.List;

/** Publishes events with the transaction that is under way. */
interface Publication {
  void publish(List<Written> events);
}
