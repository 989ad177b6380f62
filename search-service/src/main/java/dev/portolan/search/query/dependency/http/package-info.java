/** Asks catalog-service what depends on what. */
@NullMarked
package dev.portolan.search.query.dependency.http;

import org.jspecify.annotations.NullMarked;
