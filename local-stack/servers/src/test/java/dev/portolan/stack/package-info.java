/** What can be known of the servers without starting one. */
@NullMarked
package dev.portolan.stack;

import org.jspecify.annotations.NullMarked;
