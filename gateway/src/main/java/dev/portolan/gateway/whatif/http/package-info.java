/** The parts of a what-if, as three services answer them. */
@NullMarked
package dev.portolan.gateway.whatif.http;

import org.jspecify.annotations.NullMarked;
