/** The versions of entities in PostgreSQL. */
@NullMarked
package dev.portolan.ingestion.history.postgres;

import org.jspecify.annotations.NullMarked;
