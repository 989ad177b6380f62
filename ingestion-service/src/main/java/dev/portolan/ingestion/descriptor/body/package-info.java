/** The documents of a body: where each begins, what tree it is, in which line each field stands. */
@NullMarked
package dev.portolan.ingestion.descriptor.body;

import org.jspecify.annotations.NullMarked;
