/** How groups, systems and domains stand, from how their entities stand. */
@NullMarked
package dev.portolan.scorecard.rollup;

import org.jspecify.annotations.NullMarked;
