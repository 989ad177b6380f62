/** Tests of cursors. */
@NullMarked
package dev.portolan.catalog.paging;

import org.jspecify.annotations.NullMarked;
