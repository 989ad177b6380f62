/** Reminders on their topic. */
@NullMarked
package dev.portolan.scorecard.initiative.kafka;

import org.jspecify.annotations.NullMarked;
