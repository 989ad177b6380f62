/** What the intake promises, on stores that fail as they are told. */
@NullMarked
package dev.portolan.scorecard.intake;

import org.jspecify.annotations.NullMarked;
