/** What to mend next, over HTTP. */
@NullMarked
package dev.portolan.scorecard.fixes.http;

import org.jspecify.annotations.NullMarked;
