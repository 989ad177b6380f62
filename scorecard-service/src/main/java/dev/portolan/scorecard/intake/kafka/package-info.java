/** The intake's two ends on Kafka: the batch consumer and the dead-letter topic. */
@NullMarked
package dev.portolan.scorecard.intake.kafka;

import org.jspecify.annotations.NullMarked;
