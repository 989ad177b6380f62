/** How scorecards are read. */
@NullMarked
package dev.portolan.scorecard.rule;

import org.jspecify.annotations.NullMarked;
