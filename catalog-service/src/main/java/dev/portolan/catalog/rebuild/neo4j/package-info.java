/** Where the next graph stands in Neo4j, and how it takes the live one's place. */
@NullMarked
package dev.portolan.catalog.rebuild.neo4j;

import org.jspecify.annotations.NullMarked;
