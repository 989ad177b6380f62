/** What can be asked of the index, and what it answers. */
@NullMarked
package dev.portolan.search.query;

import org.jspecify.annotations.NullMarked;
