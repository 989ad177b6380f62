/** PostgreSQL as a source: its catalog, its replication slots, its way to write rows as JSON. */
@NullMarked
package dev.portolan.ingestion.adapter.database.postgres;

import org.jspecify.annotations.NullMarked;
