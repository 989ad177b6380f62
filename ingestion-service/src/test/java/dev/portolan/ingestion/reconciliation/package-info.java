@NullMarked
package dev.portolan.ingestion.reconciliation;

import org.jspecify.annotations.NullMarked;
