/** The texts in which sources describe entities, as they were written. */
@NullMarked
package dev.portolan.ingestion.original;

import org.jspecify.annotations.NullMarked;
