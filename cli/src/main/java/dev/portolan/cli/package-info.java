/** The {@code ./portolan} command: one class for each of its subcommands. */
@NullMarked
package dev.portolan.cli;

import org.jspecify.annotations.NullMarked;
