/** Scorecards in the GraphQL schema. */
@NullMarked
package dev.portolan.gateway.scorecard.graphql;

import org.jspecify.annotations.NullMarked;
