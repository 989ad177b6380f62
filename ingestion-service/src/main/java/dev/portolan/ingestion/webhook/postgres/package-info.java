/** Which deliveries were taken, in PostgreSQL. */
@NullMarked
package dev.portolan.ingestion.webhook.postgres;

import org.jspecify.annotations.NullMarked;
