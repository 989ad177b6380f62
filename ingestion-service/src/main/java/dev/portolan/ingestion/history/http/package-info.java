/** The versions of an entity, and where its fields come from, over HTTP. */
@NullMarked
package dev.portolan.ingestion.history.http;

import org.jspecify.annotations.NullMarked;
