/** What browsers get. */
@NullMarked
package dev.portolan.gateway.browser;

import org.jspecify.annotations.NullMarked;
