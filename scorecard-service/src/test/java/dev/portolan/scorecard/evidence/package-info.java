/** Tests of what rules looked at. */
@NullMarked
package dev.portolan.scorecard.evidence;

import org.jspecify.annotations.NullMarked;
