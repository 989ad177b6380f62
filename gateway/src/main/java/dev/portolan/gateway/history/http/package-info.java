/** Histories and provenance asked of ingestion-service. */
@NullMarked
package dev.portolan.gateway.history.http;

import org.jspecify.annotations.NullMarked;
