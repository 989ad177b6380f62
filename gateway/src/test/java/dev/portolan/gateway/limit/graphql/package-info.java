/** The limits, counted on documents. */
@NullMarked
package dev.portolan.gateway.limit.graphql;

import org.jspecify.annotations.NullMarked;
