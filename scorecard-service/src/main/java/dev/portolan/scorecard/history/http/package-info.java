/** History, trends and movers over HTTP. */
@NullMarked
package dev.portolan.scorecard.history.http;

import org.jspecify.annotations.NullMarked;
