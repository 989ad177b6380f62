/** The graph's differences against a model that keeps nothing but the latest changes. */
@NullMarked
package dev.portolan.catalog.projection;

import org.jspecify.annotations.NullMarked;
