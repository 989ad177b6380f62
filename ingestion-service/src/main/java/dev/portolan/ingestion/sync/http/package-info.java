/** Pushing documents, and syncs, over HTTP. */
@NullMarked
package dev.portolan.ingestion.sync.http;

import org.jspecify.annotations.NullMarked;
