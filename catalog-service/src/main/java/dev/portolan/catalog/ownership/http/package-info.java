/** Ownership over HTTP. */
@NullMarked
package dev.portolan.catalog.ownership.http;

import org.jspecify.annotations.NullMarked;
