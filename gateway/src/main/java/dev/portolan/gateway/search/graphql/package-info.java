/** Search in the GraphQL schema. */
@NullMarked
package dev.portolan.gateway.search.graphql;

import org.jspecify.annotations.NullMarked;
