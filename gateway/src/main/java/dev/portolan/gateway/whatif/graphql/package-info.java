/** What-if in GraphQL: the dry run first, then what follows from it. */
@NullMarked
package dev.portolan.gateway.whatif.graphql;

import org.jspecify.annotations.NullMarked;
