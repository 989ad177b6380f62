/** Dry runs of scorecards in GraphQL. */
@NullMarked
package dev.portolan.gateway.dryrun.graphql;

import org.jspecify.annotations.NullMarked;
