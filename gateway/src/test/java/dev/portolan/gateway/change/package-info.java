/** Changes, filtered and followed. */
@NullMarked
package dev.portolan.gateway.change;

import org.jspecify.annotations.NullMarked;
