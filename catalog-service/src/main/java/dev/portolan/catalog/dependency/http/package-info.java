/** Impact and paths over HTTP. */
@NullMarked
package dev.portolan.catalog.dependency.http;

import org.jspecify.annotations.NullMarked;
