/** Conditions on what depends on what, which the graph and not the index knows. */
@NullMarked
package dev.portolan.search.query.dependency;

import org.jspecify.annotations.NullMarked;
