/** What sources say about entities, and what they say together: the merge and its provenance. */
@NullMarked
package dev.portolan.ingestion.observation;

import org.jspecify.annotations.NullMarked;
