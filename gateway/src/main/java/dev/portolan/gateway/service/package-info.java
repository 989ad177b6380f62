/** The services behind the gateway, and how their failures are told. */
@NullMarked
package dev.portolan.gateway.service;

import org.jspecify.annotations.NullMarked;
