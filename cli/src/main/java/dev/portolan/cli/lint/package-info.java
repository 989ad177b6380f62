/** Tells what a sync of a folder would accept, reject and change, before it is made. */
@NullMarked
package dev.portolan.cli.lint;

import org.jspecify.annotations.NullMarked;
