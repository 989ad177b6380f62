/** What all of the HTTP API has in common: errors and bounds. */
@NullMarked
package dev.portolan.ingestion.http;

import org.jspecify.annotations.NullMarked;
