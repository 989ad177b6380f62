/** Facts, definitions and results in PostgreSQL: applied by batches, and gone over in chunks. */
@NullMarked
package dev.portolan.scorecard.evaluation.postgres;

import org.jspecify.annotations.NullMarked;
