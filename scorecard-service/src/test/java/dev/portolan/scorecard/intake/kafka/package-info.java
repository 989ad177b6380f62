/** Tries what can be tried of the intake's ends on Kafka without a broker. */
@NullMarked
package dev.portolan.scorecard.intake.kafka;

import org.jspecify.annotations.NullMarked;
