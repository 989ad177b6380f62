/** The facts of entities in GraphQL. */
@NullMarked
package dev.portolan.gateway.fact.graphql;

import org.jspecify.annotations.NullMarked;
