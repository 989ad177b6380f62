/** The versions that the graph has reached, and waiting for them. */
@NullMarked
package dev.portolan.catalog.version;

import org.jspecify.annotations.NullMarked;
