/** The results over HTTP. */
@NullMarked
package dev.portolan.scorecard.result.http;

import org.jspecify.annotations.NullMarked;
