/** Facts in PostgreSQL. */
@NullMarked
package dev.portolan.ingestion.fact.postgres;

import org.jspecify.annotations.NullMarked;
