/** Impacts asked of catalog-service. */
@NullMarked
package dev.portolan.gateway.impact.http;

import org.jspecify.annotations.NullMarked;
