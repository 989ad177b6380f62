/** Changes read from the topic. */
@NullMarked
package dev.portolan.gateway.change.kafka;

import org.jspecify.annotations.NullMarked;
