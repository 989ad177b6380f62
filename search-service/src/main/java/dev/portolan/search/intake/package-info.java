/** Takes changes from the topic to a projection: each once, none lost, the unreadable set aside. */
@NullMarked
package dev.portolan.search.intake;

import org.jspecify.annotations.NullMarked;
