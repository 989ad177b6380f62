/** The front door: one GraphQL schema over all services. */
@NullMarked
package dev.portolan.gateway;

import org.jspecify.annotations.NullMarked;
