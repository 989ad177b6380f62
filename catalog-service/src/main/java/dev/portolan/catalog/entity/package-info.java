/** Entities as queries see them: one, several, and lists that are filtered and sorted. */
@NullMarked
package dev.portolan.catalog.entity;

import org.jspecify.annotations.NullMarked;
