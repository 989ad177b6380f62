/** Findings asked of catalog-service. */
@NullMarked
package dev.portolan.gateway.finding.http;

import org.jspecify.annotations.NullMarked;
