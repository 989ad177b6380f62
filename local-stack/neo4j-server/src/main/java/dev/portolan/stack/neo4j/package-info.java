/** Runs one Neo4j community server, with its data in a folder. */
@NullMarked
package dev.portolan.stack.neo4j;

import org.jspecify.annotations.NullMarked;
