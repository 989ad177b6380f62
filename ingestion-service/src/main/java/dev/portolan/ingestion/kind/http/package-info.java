/** The kinds that there are, over HTTP. */
@NullMarked
package dev.portolan.ingestion.kind.http;

import org.jspecify.annotations.NullMarked;
