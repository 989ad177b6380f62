/** What a rule looked at when it came out as it did. */
@NullMarked
package dev.portolan.scorecard.evidence;

import org.jspecify.annotations.NullMarked;
