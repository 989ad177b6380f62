/** Checks, rubrics and scorecards of OpsLevel, and what they mean in Portolan. */
@NullMarked
package dev.portolan.cli.importing.opslevel;

import org.jspecify.annotations.NullMarked;
