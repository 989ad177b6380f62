/** What people do with a platform, from beginning to end, on one platform for all of them. */
@NullMarked
package dev.portolan.system.journey;

import org.jspecify.annotations.NullMarked;
