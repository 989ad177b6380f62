/** Ownership in GraphQL. */
@NullMarked
package dev.portolan.gateway.ownership.graphql;

import org.jspecify.annotations.NullMarked;
