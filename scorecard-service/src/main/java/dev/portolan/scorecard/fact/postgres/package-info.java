/** What integrations measured, in PostgreSQL. */
@NullMarked
package dev.portolan.scorecard.fact.postgres;

import org.jspecify.annotations.NullMarked;
