/** Tests of how standings are added up. */
@NullMarked
package dev.portolan.scorecard.rollup;

import org.jspecify.annotations.NullMarked;
