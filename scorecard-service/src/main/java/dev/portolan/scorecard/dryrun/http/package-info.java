/** Dry runs over HTTP. */
@NullMarked
package dev.portolan.scorecard.dryrun.http;

import org.jspecify.annotations.NullMarked;
