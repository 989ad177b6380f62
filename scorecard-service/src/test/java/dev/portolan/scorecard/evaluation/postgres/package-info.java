/** Tries what can be tried of the facts in PostgreSQL without a server. */
@NullMarked
package dev.portolan.scorecard.evaluation.postgres;

import org.jspecify.annotations.NullMarked;
