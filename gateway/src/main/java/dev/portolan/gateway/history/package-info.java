/** What an entity was, and which source said so. */
@NullMarked
package dev.portolan.gateway.history;

import org.jspecify.annotations.NullMarked;
