@NullMarked
package dev.portolan.catalog.whatif;

import org.jspecify.annotations.NullMarked;
