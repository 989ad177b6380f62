/** Runs one PostgreSQL server, with its binaries and its data in a folder. */
@NullMarked
package dev.portolan.stack.postgres;

import org.jspecify.annotations.NullMarked;
