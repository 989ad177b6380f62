/** How well people find what they want. */
@NullMarked
package dev.portolan.search.relevance;

import org.jspecify.annotations.NullMarked;
