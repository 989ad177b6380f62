/** What the whole graph says of entities, in PostgreSQL. */
@NullMarked
package dev.portolan.scorecard.graph.postgres;

import org.jspecify.annotations.NullMarked;
