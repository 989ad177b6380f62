/** What an entity's trouble reaches. */
@NullMarked
package dev.portolan.gateway.impact;

import org.jspecify.annotations.NullMarked;
