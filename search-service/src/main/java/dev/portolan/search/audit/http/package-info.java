/** The audit over HTTP. */
@NullMarked
package dev.portolan.search.audit.http;

import org.jspecify.annotations.NullMarked;
