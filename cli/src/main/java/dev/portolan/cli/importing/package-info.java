/** Translates the scorecards of other tools to Portolan's, and tells what has no counterpart. */
@NullMarked
package dev.portolan.cli.importing;

import org.jspecify.annotations.NullMarked;
