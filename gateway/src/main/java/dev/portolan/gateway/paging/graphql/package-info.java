/** Which page a GraphQL question asks for. */
@NullMarked
package dev.portolan.gateway.paging.graphql;

import org.jspecify.annotations.NullMarked;
