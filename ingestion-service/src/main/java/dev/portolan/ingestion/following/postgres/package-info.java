/** What is known of followed sources, in PostgreSQL. */
@NullMarked
package dev.portolan.ingestion.following.postgres;

import org.jspecify.annotations.NullMarked;
