/** The relations of an entity, from its own side: inverse names for those that come in. */
@NullMarked
package dev.portolan.catalog.relation;

import org.jspecify.annotations.NullMarked;
