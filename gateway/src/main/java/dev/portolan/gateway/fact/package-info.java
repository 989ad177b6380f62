/** What is measured of entities, as the gateway shows it. */
@NullMarked
package dev.portolan.gateway.fact;

import org.jspecify.annotations.NullMarked;
