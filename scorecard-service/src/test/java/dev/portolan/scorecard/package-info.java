/** Tests that look at the service as a whole, and what tests share. */
@NullMarked
package dev.portolan.scorecard;

import org.jspecify.annotations.NullMarked;
