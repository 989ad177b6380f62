/** Entities in the GraphQL schema. */
@NullMarked
package dev.portolan.gateway.entity.graphql;

import org.jspecify.annotations.NullMarked;
