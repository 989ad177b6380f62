/** Versions as Neo4j holds them. */
@NullMarked
package dev.portolan.catalog.version.neo4j;

import org.jspecify.annotations.NullMarked;
