/** Forgetting by GraphQL what was said through the portal. */
@NullMarked
package dev.portolan.gateway.portal.graphql;

import org.jspecify.annotations.NullMarked;
