/** Waits until what was committed is visible in every reader. */
@NullMarked
package dev.portolan.cli.caughtup;

import org.jspecify.annotations.NullMarked;
