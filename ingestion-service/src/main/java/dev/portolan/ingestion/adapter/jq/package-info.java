/** JQ programs, run by jackson-jq within bounds. */
@NullMarked
package dev.portolan.ingestion.adapter.jq;

import org.jspecify.annotations.NullMarked;
