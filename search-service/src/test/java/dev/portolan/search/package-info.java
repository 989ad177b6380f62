/** What the tests of all features speak of. */
@NullMarked
package dev.portolan.search;

import org.jspecify.annotations.NullMarked;
