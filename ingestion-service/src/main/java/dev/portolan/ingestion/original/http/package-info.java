/** Hands out original texts. */
@NullMarked
package dev.portolan.ingestion.original.http;

import org.jspecify.annotations.NullMarked;
