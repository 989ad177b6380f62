/** The rebuild over HTTP. */
@NullMarked
package dev.portolan.catalog.rebuild.http;

import org.jspecify.annotations.NullMarked;
