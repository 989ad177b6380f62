/** The topics of entities and of facts, which this service alone writes. */
@NullMarked
package dev.portolan.ingestion.topic;

import org.jspecify.annotations.NullMarked;
