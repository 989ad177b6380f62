/** Tests of the intake's two ends on Kafka, without Kafka. */
@NullMarked
package dev.portolan.search.intake.kafka;

import org.jspecify.annotations.NullMarked;
