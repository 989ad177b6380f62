/** How an entity stands by the scorecards, as text to paste and as a gate for builds. */
@NullMarked
package dev.portolan.cli.scorecard;

import org.jspecify.annotations.NullMarked;
