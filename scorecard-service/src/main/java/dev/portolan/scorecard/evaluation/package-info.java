/** How an entity stands by a scorecard: which rules hold, and the level that they add up to. */
@NullMarked
package dev.portolan.scorecard.evaluation;

import org.jspecify.annotations.NullMarked;
