/** How much one GraphQL document may ask for. */
@NullMarked
package dev.portolan.gateway.limit;

import org.jspecify.annotations.NullMarked;
