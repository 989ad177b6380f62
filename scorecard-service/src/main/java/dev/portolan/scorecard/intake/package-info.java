/** Takes changes from the topic to a projection: each once, none lost, the unreadable set aside. */
@NullMarked
package dev.portolan.scorecard.intake;

import org.jspecify.annotations.NullMarked;
