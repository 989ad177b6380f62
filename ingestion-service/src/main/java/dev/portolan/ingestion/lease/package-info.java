/** What becomes of what a source does not say again in time. */
@NullMarked
package dev.portolan.ingestion.lease;

import org.jspecify.annotations.NullMarked;
