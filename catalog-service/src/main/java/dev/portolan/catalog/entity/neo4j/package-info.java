/** Entities read from Neo4j. */
@NullMarked
package dev.portolan.catalog.entity.neo4j;

import org.jspecify.annotations.NullMarked;
