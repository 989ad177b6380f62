/** The standings of all entities, and to whom they belong, from PostgreSQL. */
@NullMarked
package dev.portolan.scorecard.rollup.postgres;

import org.jspecify.annotations.NullMarked;
