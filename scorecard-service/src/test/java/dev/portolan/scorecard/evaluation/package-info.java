/** How entities stand. */
@NullMarked
package dev.portolan.scorecard.evaluation;

import org.jspecify.annotations.NullMarked;
