/** Relations over HTTP. */
@NullMarked
package dev.portolan.catalog.relation.http;

import org.jspecify.annotations.NullMarked;
