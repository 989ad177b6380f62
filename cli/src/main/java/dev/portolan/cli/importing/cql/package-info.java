/** The Cortex Query Language: reads an expression into a tree, and knows nothing of its meaning. */
@NullMarked
package dev.portolan.cli.importing.cql;

import org.jspecify.annotations.NullMarked;
