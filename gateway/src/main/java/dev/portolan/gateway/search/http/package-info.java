/** Searches asked of search-service. */
@NullMarked
package dev.portolan.gateway.search.http;

import org.jspecify.annotations.NullMarked;
