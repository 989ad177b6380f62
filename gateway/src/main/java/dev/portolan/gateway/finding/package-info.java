/** What the graph as a whole shows: how it is built, where it is brittle, and who owns nothing. */
@NullMarked
package dev.portolan.gateway.finding;

import org.jspecify.annotations.NullMarked;
