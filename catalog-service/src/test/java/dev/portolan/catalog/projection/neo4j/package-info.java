/** The projection against a real Neo4j. */
@NullMarked
package dev.portolan.catalog.projection.neo4j;

import org.jspecify.annotations.NullMarked;
