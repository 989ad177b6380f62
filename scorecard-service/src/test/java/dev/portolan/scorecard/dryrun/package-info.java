/** Tests of dry runs. */
@NullMarked
package dev.portolan.scorecard.dryrun;

import org.jspecify.annotations.NullMarked;
