/** Syncs in PostgreSQL: their chunks, what they name, what they retract, and how they end. */
@NullMarked
package dev.portolan.ingestion.sync.postgres;

import org.jspecify.annotations.NullMarked;
