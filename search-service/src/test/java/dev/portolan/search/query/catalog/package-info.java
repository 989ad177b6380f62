/** Tests of what is asked of catalog-service. */
@NullMarked
package dev.portolan.search.query.catalog;

import org.jspecify.annotations.NullMarked;
