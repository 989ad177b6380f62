/** The dependency graph as Neo4j holds it, read level by level. */
@NullMarked
package dev.portolan.catalog.dependency.neo4j;

import org.jspecify.annotations.NullMarked;
