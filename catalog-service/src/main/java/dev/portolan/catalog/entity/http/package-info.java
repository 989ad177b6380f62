/** Entities over HTTP. */
@NullMarked
package dev.portolan.catalog.entity.http;

import org.jspecify.annotations.NullMarked;
