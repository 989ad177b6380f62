/** The kinds that the catalog defines, read from PostgreSQL. */
@NullMarked
package dev.portolan.ingestion.kind.postgres;

import org.jspecify.annotations.NullMarked;
