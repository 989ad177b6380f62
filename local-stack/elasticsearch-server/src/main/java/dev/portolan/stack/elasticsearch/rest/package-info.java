/** Endpoints of Elasticsearch that stand in modules which are not published. */
@NullMarked
package dev.portolan.stack.elasticsearch.rest;

import org.jspecify.annotations.NullMarked;
