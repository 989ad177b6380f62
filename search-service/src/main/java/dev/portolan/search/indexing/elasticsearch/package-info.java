/** Keeps the documents in Elasticsearch, each in its highest version. */
@NullMarked
package dev.portolan.search.indexing.elasticsearch;

import org.jspecify.annotations.NullMarked;
