/** Changes, filtered and followed. */
@NullMarked
package dev.portolan.gateway.change.kafka;

import org.jspecify.annotations.NullMarked;
