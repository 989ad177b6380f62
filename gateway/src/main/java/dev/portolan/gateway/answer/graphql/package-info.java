/** Errors, notes and scalars in GraphQL answers, and the log line of each. */
@NullMarked
package dev.portolan.gateway.answer.graphql;

import org.jspecify.annotations.NullMarked;
