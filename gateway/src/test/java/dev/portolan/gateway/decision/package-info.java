/** Tests of the names that exemptions and checks are given, and of what may be decided. */
@NullMarked
package dev.portolan.gateway.decision;

import org.jspecify.annotations.NullMarked;
