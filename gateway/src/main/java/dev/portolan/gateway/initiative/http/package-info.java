/** Initiatives asked of scorecard-service. */
@NullMarked
package dev.portolan.gateway.initiative.http;

import org.jspecify.annotations.NullMarked;
