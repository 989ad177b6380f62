/** Reads what Neo4j holds and writes the difference, one transaction for each batch. */
@NullMarked
package dev.portolan.catalog.projection.neo4j;

import org.jspecify.annotations.NullMarked;
