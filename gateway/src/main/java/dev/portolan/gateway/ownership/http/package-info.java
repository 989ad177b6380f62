/** Ownership asked of catalog-service. */
@NullMarked
package dev.portolan.gateway.ownership.http;

import org.jspecify.annotations.NullMarked;
