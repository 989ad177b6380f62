/** Entities asked of catalog-service. */
@NullMarked
package dev.portolan.gateway.entity.http;

import org.jspecify.annotations.NullMarked;
