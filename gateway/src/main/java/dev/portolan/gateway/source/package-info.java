/** Who tells the catalog what it knows, how fresh that is, and what was wrong with it. */
@NullMarked
package dev.portolan.gateway.source;

import org.jspecify.annotations.NullMarked;
