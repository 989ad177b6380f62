@NullMarked
package dev.portolan.catalog.finding;

import org.jspecify.annotations.NullMarked;
