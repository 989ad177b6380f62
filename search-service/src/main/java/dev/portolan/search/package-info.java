/** Finds entities: the full-text index of the catalog. */
@NullMarked
package dev.portolan.search;

import org.jspecify.annotations.NullMarked;
