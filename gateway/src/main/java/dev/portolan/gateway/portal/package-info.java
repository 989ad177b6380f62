/** What people say of the catalog through the portal. */
@NullMarked
package dev.portolan.gateway.portal;

import org.jspecify.annotations.NullMarked;
