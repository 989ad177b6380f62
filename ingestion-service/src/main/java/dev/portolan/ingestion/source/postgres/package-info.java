/** Sources in PostgreSQL. */
@NullMarked
package dev.portolan.ingestion.source.postgres;

import org.jspecify.annotations.NullMarked;
