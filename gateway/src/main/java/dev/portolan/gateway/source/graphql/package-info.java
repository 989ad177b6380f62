/** Sources in GraphQL. */
@NullMarked
package dev.portolan.gateway.source.graphql;

import org.jspecify.annotations.NullMarked;
