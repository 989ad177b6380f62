/** Facts over HTTP: said by sources, and asked for. */
@NullMarked
package dev.portolan.ingestion.fact.http;

import org.jspecify.annotations.NullMarked;
