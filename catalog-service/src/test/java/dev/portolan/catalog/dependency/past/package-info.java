@NullMarked
package dev.portolan.catalog.dependency.past;

import org.jspecify.annotations.NullMarked;
