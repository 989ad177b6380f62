/** When results change. */
@NullMarked
package dev.portolan.scorecard.result;

import org.jspecify.annotations.NullMarked;
