/** What is written now, asked of ingestion-service. */
@NullMarked
package dev.portolan.gateway.decision.http;

import org.jspecify.annotations.NullMarked;
