/** Tables of somebody's database as sources: read whole, and followed by Debezium. */
@NullMarked
package dev.portolan.ingestion.adapter.database;

import org.jspecify.annotations.NullMarked;
