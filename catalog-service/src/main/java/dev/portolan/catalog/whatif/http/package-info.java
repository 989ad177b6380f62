/** What-if over HTTP. */
@NullMarked
package dev.portolan.catalog.whatif.http;

import org.jspecify.annotations.NullMarked;
