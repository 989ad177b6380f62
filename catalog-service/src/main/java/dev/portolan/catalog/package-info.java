/** The catalog service: the graph of everything that the topic tells of. */
@NullMarked
package dev.portolan.catalog;

import org.jspecify.annotations.NullMarked;
