/** Asks what a set of proposed descriptors would change, and tells it before they are merged. */
@NullMarked
package dev.portolan.cli.whatif;

import org.jspecify.annotations.NullMarked;
