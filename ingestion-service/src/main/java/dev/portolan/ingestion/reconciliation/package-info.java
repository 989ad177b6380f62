/** From what is stored and what a source says now to what changes: pure decisions. */
@NullMarked
package dev.portolan.ingestion.reconciliation;

import org.jspecify.annotations.NullMarked;
