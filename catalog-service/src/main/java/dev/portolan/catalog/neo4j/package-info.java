/** How questions are put to Neo4j, whatever they are about. */
@NullMarked
package dev.portolan.catalog.neo4j;

import org.jspecify.annotations.NullMarked;
