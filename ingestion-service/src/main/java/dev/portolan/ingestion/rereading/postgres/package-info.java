/** What is remembered of the files of sources, in PostgreSQL. */
@NullMarked
package dev.portolan.ingestion.rereading.postgres;

import org.jspecify.annotations.NullMarked;
