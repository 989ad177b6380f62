/** What of an entity is searched, as a document. */
@NullMarked
package dev.portolan.search.indexing;

import org.jspecify.annotations.NullMarked;
