/** Work that an organisation sets itself, as the gateway shows it. */
@NullMarked
package dev.portolan.gateway.initiative;

import org.jspecify.annotations.NullMarked;
