/** What would be different if entities were, without making them so. */
@NullMarked
package dev.portolan.catalog.whatif;

import org.jspecify.annotations.NullMarked;
