/** Tests of trends and movers. */
@NullMarked
package dev.portolan.scorecard.history;

import org.jspecify.annotations.NullMarked;
