/** Tests of what is shown of scorecards. */
@NullMarked
package dev.portolan.gateway.scorecard;

import org.jspecify.annotations.NullMarked;
