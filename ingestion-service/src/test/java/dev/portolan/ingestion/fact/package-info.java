/** Facts: reading, decisions, and the whole way to the topic. */
@NullMarked
package dev.portolan.ingestion.fact;

import org.jspecify.annotations.NullMarked;
