/** Tests of initiatives and reminders. */
@NullMarked
package dev.portolan.scorecard.initiative;

import org.jspecify.annotations.NullMarked;
