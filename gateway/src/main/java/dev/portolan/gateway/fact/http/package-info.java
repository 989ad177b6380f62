/** Facts asked of ingestion-service. */
@NullMarked
package dev.portolan.gateway.fact.http;

import org.jspecify.annotations.NullMarked;
