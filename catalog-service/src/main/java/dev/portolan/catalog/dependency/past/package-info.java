/**
 * The graph of a moment of the past: today's, with the entities that changed since as they were.
 */
@NullMarked
package dev.portolan.catalog.dependency.past;

import org.jspecify.annotations.NullMarked;
