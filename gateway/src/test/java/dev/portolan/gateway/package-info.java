/** The gateway before services that are played. */
@NullMarked
package dev.portolan.gateway;

import org.jspecify.annotations.NullMarked;
