/** What-if over HTTP. */
@NullMarked
package dev.portolan.scorecard.whatif.http;

import org.jspecify.annotations.NullMarked;
