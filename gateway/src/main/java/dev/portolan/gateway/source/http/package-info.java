/** Sources asked of ingestion-service. */
@NullMarked
package dev.portolan.gateway.source.http;

import org.jspecify.annotations.NullMarked;
