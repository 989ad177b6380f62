/** The formats of other portals: how a file is known, and what descriptor it comes to. */
@NullMarked
package dev.portolan.ingestion.descriptor.dialect;

import org.jspecify.annotations.NullMarked;
