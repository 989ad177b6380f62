/** Relations and paths asked of catalog-service. */
@NullMarked
package dev.portolan.gateway.relation.http;

import org.jspecify.annotations.NullMarked;
