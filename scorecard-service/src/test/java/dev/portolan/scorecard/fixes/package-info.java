/** Tests of what to mend next. */
@NullMarked
package dev.portolan.scorecard.fixes;

import org.jspecify.annotations.NullMarked;
