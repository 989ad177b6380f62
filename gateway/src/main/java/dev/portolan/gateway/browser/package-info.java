/** What browsers get: the pages, and a refusal of what other sites' scripts send. */
@NullMarked
package dev.portolan.gateway.browser;

import org.jspecify.annotations.NullMarked;
