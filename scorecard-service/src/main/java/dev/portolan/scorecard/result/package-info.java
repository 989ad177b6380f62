/** Results: what became of each entity by each scorecard, and what is said when that changes. */
@NullMarked
package dev.portolan.scorecard.result;

import org.jspecify.annotations.NullMarked;
