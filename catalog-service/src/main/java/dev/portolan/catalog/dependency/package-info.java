/**
 * What depends on what, over how many steps, and by which way: a search over a port to the graph.
 */
@NullMarked
package dev.portolan.catalog.dependency;

import org.jspecify.annotations.NullMarked;
