/** How entities would stand by a scorecard that is not saved. */
@NullMarked
package dev.portolan.gateway.dryrun;

import org.jspecify.annotations.NullMarked;
