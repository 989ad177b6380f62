/** Pages of lists: their bounds, and cursors that stand behind the last item of a page. */
@NullMarked
package dev.portolan.catalog.paging;

import org.jspecify.annotations.NullMarked;
