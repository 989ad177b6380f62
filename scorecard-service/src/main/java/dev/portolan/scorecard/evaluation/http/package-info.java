/** The scorecards over HTTP. */
@NullMarked
package dev.portolan.scorecard.evaluation.http;

import org.jspecify.annotations.NullMarked;
