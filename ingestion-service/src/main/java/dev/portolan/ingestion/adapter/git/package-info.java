/** Descriptors in a git repository, read from its objects without a working tree. */
@NullMarked
package dev.portolan.ingestion.adapter.git;

import org.jspecify.annotations.NullMarked;
