/** The changes of results, from PostgreSQL. */
@NullMarked
package dev.portolan.scorecard.history.postgres;

import org.jspecify.annotations.NullMarked;
