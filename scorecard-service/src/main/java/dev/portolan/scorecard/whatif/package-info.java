/** How entities would stand if they were otherwise, without making them so. */
@NullMarked
package dev.portolan.scorecard.whatif;

import org.jspecify.annotations.NullMarked;
