/** Keeps original texts beside the observations that were made of them. */
@NullMarked
package dev.portolan.ingestion.original.postgres;

import org.jspecify.annotations.NullMarked;
