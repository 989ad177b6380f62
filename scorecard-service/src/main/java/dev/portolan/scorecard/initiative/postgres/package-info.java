/** How far initiatives are, from PostgreSQL; reminders of those that end soon. */
@NullMarked
package dev.portolan.scorecard.initiative.postgres;

import org.jspecify.annotations.NullMarked;
