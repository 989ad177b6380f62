/** Changes of entities as they happen. */
@NullMarked
package dev.portolan.gateway.change;

import org.jspecify.annotations.NullMarked;
