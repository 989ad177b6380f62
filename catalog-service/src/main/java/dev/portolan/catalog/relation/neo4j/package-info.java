/** Relations read from Neo4j. */
@NullMarked
package dev.portolan.catalog.relation.neo4j;

import org.jspecify.annotations.NullMarked;
