/**
 * The dependency graph in memory: immutable states, one for each batch, which readers take as a
 * whole.
 */
@NullMarked
package dev.portolan.catalog.dependency.memory;

import org.jspecify.annotations.NullMarked;
