/** Descriptors in a folder of the machine that the service runs on. */
@NullMarked
package dev.portolan.ingestion.adapter.folder;

import org.jspecify.annotations.NullMarked;
