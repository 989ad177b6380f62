/** Tests of what checks of OpsLevel become. */
@NullMarked
package dev.portolan.cli.importing.opslevel;

import org.jspecify.annotations.NullMarked;
