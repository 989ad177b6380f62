/** Builds the graph anew from the topic beside the live one, compares, and lets it take over. */
@NullMarked
package dev.portolan.catalog.rebuild;

import org.jspecify.annotations.NullMarked;
