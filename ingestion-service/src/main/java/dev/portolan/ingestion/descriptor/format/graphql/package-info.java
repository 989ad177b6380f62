/** What a GraphQL document declares at its top. */
@NullMarked
package dev.portolan.ingestion.descriptor.format.graphql;

import org.jspecify.annotations.NullMarked;
