/** Tests of what Elasticsearch's answers are taken for, without Elasticsearch. */
@NullMarked
package dev.portolan.search.indexing.elasticsearch;

import org.jspecify.annotations.NullMarked;
