/** The graph in memory, held to the promises of every dependency graph. */
@NullMarked
package dev.portolan.catalog.dependency.memory;

import org.jspecify.annotations.NullMarked;
