/** The topic of results, and how changed results get there. */
@NullMarked
package dev.portolan.scorecard.result.kafka;

import org.jspecify.annotations.NullMarked;
