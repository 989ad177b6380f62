/** Finds the files that may hold descriptors, and packs them. */
@NullMarked
package dev.portolan.cli.descriptors;

import org.jspecify.annotations.NullMarked;
