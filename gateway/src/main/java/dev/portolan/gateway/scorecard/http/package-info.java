/** Scorecards and results asked of scorecard-service. */
@NullMarked
package dev.portolan.gateway.scorecard.http;

import org.jspecify.annotations.NullMarked;
