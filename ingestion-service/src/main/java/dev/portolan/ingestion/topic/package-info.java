/** The topic of entities, which this service alone writes. */
@NullMarked
package dev.portolan.ingestion.topic;

import org.jspecify.annotations.NullMarked;
