/** Live changes in the GraphQL schema. */
@NullMarked
package dev.portolan.gateway.change.graphql;

import org.jspecify.annotations.NullMarked;
