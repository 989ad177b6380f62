/** Full-text search over the catalog. */
@NullMarked
package dev.portolan.gateway.search;

import org.jspecify.annotations.NullMarked;
