/** Relations between entities as the gateway shows them. */
@NullMarked
package dev.portolan.gateway.relation;

import org.jspecify.annotations.NullMarked;
