/** Scorecards of Cortex, and what their expressions mean in Portolan. */
@NullMarked
package dev.portolan.cli.importing.cortex;

import org.jspecify.annotations.NullMarked;
