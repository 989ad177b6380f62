/** Tables of somebody's PostgreSQL as sources: read whole, and followed by Debezium. */
@NullMarked
package dev.portolan.ingestion.adapter.postgres;

import org.jspecify.annotations.NullMarked;
