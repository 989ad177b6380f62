/** Relay connections over the pages that the services answer. */
@NullMarked
package dev.portolan.gateway.paging;

import org.jspecify.annotations.NullMarked;
