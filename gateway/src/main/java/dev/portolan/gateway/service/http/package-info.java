/** Calls to the services: bounded in time and number, and given up early while one is away. */
@NullMarked
package dev.portolan.gateway.service.http;

import org.jspecify.annotations.NullMarked;
