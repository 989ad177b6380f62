/** How names find entities. */
@NullMarked
package dev.portolan.ingestion.alias;

import org.jspecify.annotations.NullMarked;
