/** Finds the entities to which others refer by a name alone, or by another name than theirs. */
@NullMarked
package dev.portolan.ingestion.alias;

import org.jspecify.annotations.NullMarked;
