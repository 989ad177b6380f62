/** What a proposal of descriptors would change, and where in its files something stands. */
@NullMarked
package dev.portolan.cli.proposal;

import org.jspecify.annotations.NullMarked;
