@NullMarked
package dev.portolan.catalog.ownership;

import org.jspecify.annotations.NullMarked;
