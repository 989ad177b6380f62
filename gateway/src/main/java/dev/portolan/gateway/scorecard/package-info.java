/** Scorecards and how entities do on them. */
@NullMarked
package dev.portolan.gateway.scorecard;

import org.jspecify.annotations.NullMarked;
