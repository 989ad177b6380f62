/** The results in PostgreSQL. */
@NullMarked
package dev.portolan.scorecard.result.postgres;

import org.jspecify.annotations.NullMarked;
