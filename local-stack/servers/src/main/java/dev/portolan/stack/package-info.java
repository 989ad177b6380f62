/** The four local servers as processes: started, found again by a later process, and stopped. */
@NullMarked
package dev.portolan.stack;

import org.jspecify.annotations.NullMarked;
