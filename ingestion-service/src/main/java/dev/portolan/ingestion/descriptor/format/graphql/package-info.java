/** What a GraphQL document is, as the parser of graphql-java has it. */
@NullMarked
package dev.portolan.ingestion.descriptor.format.graphql;

import org.jspecify.annotations.NullMarked;
