/** Compares what PostgreSQL, Neo4j and Elasticsearch hold, entity by entity. */
@NullMarked
package dev.portolan.system.comparison;

import org.jspecify.annotations.NullMarked;
