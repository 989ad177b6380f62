/** Topics of somebody's Kafka as sources: read whole, and followed from there. */
@NullMarked
package dev.portolan.ingestion.adapter.kafka;

import org.jspecify.annotations.NullMarked;
