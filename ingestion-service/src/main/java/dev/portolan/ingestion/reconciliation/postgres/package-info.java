/** Reconciliation in PostgreSQL: one transaction keeps, merges, appends history and publishes. */
@NullMarked
package dev.portolan.ingestion.reconciliation.postgres;

import org.jspecify.annotations.NullMarked;
