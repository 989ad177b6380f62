/** Catalogs whose answers are known. */
@NullMarked
package dev.portolan.system.data;

import org.jspecify.annotations.NullMarked;
