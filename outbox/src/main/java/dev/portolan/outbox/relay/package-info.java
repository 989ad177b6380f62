/** Carries what waits in the outbox to Kafka: one relay at a time, nothing lost, keys in order. */
@NullMarked
package dev.portolan.outbox.relay;

import org.jspecify.annotations.NullMarked;
