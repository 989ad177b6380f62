/** Relations and paths in the GraphQL schema. */
@NullMarked
package dev.portolan.gateway.relation.graphql;

import org.jspecify.annotations.NullMarked;
