/** What Portolan says on Kafka: references, entities, changes and the names of the topics. */
@NullMarked
package dev.portolan.events;

import org.jspecify.annotations.NullMarked;
