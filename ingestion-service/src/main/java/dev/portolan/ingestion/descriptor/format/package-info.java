/** Formats of files that describe software and are no descriptors, read where a source asks. */
@NullMarked
package dev.portolan.ingestion.descriptor.format;

import org.jspecify.annotations.NullMarked;
