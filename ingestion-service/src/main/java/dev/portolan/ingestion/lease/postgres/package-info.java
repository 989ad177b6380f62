/** What sources have confirmed, and what not, in PostgreSQL. */
@NullMarked
package dev.portolan.ingestion.lease.postgres;

import org.jspecify.annotations.NullMarked;
