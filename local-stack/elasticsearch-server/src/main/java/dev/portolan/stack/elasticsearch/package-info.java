/** Runs one Elasticsearch node, with its data in a folder. */
@NullMarked
package dev.portolan.stack.elasticsearch;

import org.jspecify.annotations.NullMarked;
