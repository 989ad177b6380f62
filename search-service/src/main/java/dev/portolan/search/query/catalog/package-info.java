/** Asks catalog-service what depends on what. */
@NullMarked
package dev.portolan.search.query.catalog;

import org.jspecify.annotations.NullMarked;
