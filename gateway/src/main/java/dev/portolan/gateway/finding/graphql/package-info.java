/** Findings in GraphQL. */
@NullMarked
package dev.portolan.gateway.finding.graphql;

import org.jspecify.annotations.NullMarked;
