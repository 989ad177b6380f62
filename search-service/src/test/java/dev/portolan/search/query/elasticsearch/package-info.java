/** How searches are put to Elasticsearch. */
@NullMarked
package dev.portolan.search.query.elasticsearch;

import org.jspecify.annotations.NullMarked;
