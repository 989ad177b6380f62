/** Tests of what is asked of catalog-service. */
@NullMarked
package dev.portolan.search.query.dependency.http;

import org.jspecify.annotations.NullMarked;
