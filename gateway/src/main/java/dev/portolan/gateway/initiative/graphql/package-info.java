/** Initiatives in GraphQL. */
@NullMarked
package dev.portolan.gateway.initiative.graphql;

import org.jspecify.annotations.NullMarked;
