/** What local-stack promises, tried on real servers. */
@NullMarked
package dev.portolan.stack.tests;

import org.jspecify.annotations.NullMarked;
