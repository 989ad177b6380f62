/** Writes events in the caller's own transaction; {@code relay} carries them to Kafka. */
@NullMarked
package dev.portolan.outbox;

import org.jspecify.annotations.NullMarked;
