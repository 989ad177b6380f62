/** History asked of ingestion-service over HTTP. */
@NullMarked
package dev.portolan.catalog.dependency.past.http;

import org.jspecify.annotations.NullMarked;
