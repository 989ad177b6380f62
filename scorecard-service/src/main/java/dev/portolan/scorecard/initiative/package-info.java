/** What is to be done until when: rules of scorecards, for some entities, with a date. */
@NullMarked
package dev.portolan.scorecard.initiative;

import org.jspecify.annotations.NullMarked;
