/** Histories and provenance in the GraphQL schema. */
@NullMarked
package dev.portolan.gateway.history.graphql;

import org.jspecify.annotations.NullMarked;
