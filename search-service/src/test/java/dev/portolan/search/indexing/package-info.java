/** What of an entity is searched. */
@NullMarked
package dev.portolan.search.indexing;

import org.jspecify.annotations.NullMarked;
