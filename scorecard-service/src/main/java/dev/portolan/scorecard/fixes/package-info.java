/** What to mend next, where it gives most. */
@NullMarked
package dev.portolan.scorecard.fixes;

import org.jspecify.annotations.NullMarked;
