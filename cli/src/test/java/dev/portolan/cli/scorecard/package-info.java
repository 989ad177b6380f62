/** Tests of the cards and gates. */
@NullMarked
package dev.portolan.cli.scorecard;

import org.jspecify.annotations.NullMarked;
