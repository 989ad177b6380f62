/** Entities as the gateway shows them. */
@NullMarked
package dev.portolan.gateway.entity;

import org.jspecify.annotations.NullMarked;
