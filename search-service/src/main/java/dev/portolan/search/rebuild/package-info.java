/** Builds the index anew from the topic beside the live one, and lets it take over. */
@NullMarked
package dev.portolan.search.rebuild;

import org.jspecify.annotations.NullMarked;
