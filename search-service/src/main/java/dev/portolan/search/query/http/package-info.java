/** Answers searches over HTTP. */
@NullMarked
package dev.portolan.search.query.http;

import org.jspecify.annotations.NullMarked;
