/** How results came to be what they are: changes, trends, and who moved most. */
@NullMarked
package dev.portolan.scorecard.history;

import org.jspecify.annotations.NullMarked;
