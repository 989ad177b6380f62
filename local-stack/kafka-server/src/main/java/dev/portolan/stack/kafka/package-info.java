/** Runs one Kafka broker that is its own controller, with its data in a folder. */
@NullMarked
package dev.portolan.stack.kafka;

import org.jspecify.annotations.NullMarked;
