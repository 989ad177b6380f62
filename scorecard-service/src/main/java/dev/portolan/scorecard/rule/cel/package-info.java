/** Rules in CEL: expressions are checked against an entity's shape, and bounded in cost. */
@NullMarked
package dev.portolan.scorecard.rule.cel;

import org.jspecify.annotations.NullMarked;
