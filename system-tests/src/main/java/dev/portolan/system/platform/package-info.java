/** A whole platform, driven from outside: by its command, by HTTP and GraphQL, by its stores. */
@NullMarked
package dev.portolan.system.platform;

import org.jspecify.annotations.NullMarked;
