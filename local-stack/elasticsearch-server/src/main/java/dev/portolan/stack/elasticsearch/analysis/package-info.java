/**
 * Elasticsearch's module analysis-common is not published: the part of it that catalogs use, under
 * the same names and settings, over the classes of Lucene that it is made of itself.
 */
@NullMarked
package dev.portolan.stack.elasticsearch.analysis;

import org.jspecify.annotations.NullMarked;
