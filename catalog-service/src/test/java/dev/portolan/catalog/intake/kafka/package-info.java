/** Tests of the way in from Kafka. */
@NullMarked
package dev.portolan.catalog.intake.kafka;

import org.jspecify.annotations.NullMarked;
