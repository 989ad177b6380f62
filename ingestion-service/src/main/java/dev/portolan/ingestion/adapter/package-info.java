/** Where descriptors are found: the port, and what a search of a source brings back. */
@NullMarked
package dev.portolan.ingestion.adapter;

import org.jspecify.annotations.NullMarked;
