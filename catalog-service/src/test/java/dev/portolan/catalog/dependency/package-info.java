/** Impact against a search of another kind. */
@NullMarked
package dev.portolan.catalog.dependency;

import org.jspecify.annotations.NullMarked;
