/** Exemptions and checks in GraphQL. */
@NullMarked
package dev.portolan.gateway.decision.graphql;

import org.jspecify.annotations.NullMarked;
