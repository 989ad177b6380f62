/** The limits put before every GraphQL document. */
@NullMarked
package dev.portolan.gateway.limit.graphql;

import org.jspecify.annotations.NullMarked;
