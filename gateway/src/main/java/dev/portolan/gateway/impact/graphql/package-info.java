/** Impacts in the GraphQL schema. */
@NullMarked
package dev.portolan.gateway.impact.graphql;

import org.jspecify.annotations.NullMarked;
