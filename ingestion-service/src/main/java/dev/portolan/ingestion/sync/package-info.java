/** One reading of a source, from its first document to what it retracts. */
@NullMarked
package dev.portolan.ingestion.sync;

import org.jspecify.annotations.NullMarked;
