/** Rebuilds of the index over HTTP. */
@NullMarked
package dev.portolan.search.rebuild.http;

import org.jspecify.annotations.NullMarked;
