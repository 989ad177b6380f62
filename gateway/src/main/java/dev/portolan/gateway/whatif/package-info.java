/** What would change if a source said something else. */
@NullMarked
package dev.portolan.gateway.whatif;

import org.jspecify.annotations.NullMarked;
