/** What CEL makes of expressions. */
@NullMarked
package dev.portolan.scorecard.rule.cel;

import org.jspecify.annotations.NullMarked;
