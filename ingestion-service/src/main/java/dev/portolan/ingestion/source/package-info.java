/** Who speaks of entities: sources, how they are read and how far they are believed. */
@NullMarked
package dev.portolan.ingestion.source;

import org.jspecify.annotations.NullMarked;
