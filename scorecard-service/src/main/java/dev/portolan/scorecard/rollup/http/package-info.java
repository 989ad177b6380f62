/** Roll-ups over HTTP. */
@NullMarked
package dev.portolan.scorecard.rollup.http;

import org.jspecify.annotations.NullMarked;
