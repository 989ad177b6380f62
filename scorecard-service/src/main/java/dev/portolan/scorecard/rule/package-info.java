/** Standards: a scorecard's levels and rules, what is asked of an entity, and what can be wrong. */
@NullMarked
package dev.portolan.scorecard.rule;

import org.jspecify.annotations.NullMarked;
