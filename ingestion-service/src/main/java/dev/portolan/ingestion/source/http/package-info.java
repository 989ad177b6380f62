/** Sources over HTTP. */
@NullMarked
package dev.portolan.ingestion.source.http;

import org.jspecify.annotations.NullMarked;
