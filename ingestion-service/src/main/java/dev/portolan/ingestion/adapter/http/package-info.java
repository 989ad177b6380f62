/** Items of any JSON API, read over HTTP and mapped to entities. */
@NullMarked
package dev.portolan.ingestion.adapter.http;

import org.jspecify.annotations.NullMarked;
