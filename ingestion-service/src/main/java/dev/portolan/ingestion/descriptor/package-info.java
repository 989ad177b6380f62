/** Reading descriptors: from the bytes of a body or file to entities, problems and notes. */
@NullMarked
package dev.portolan.ingestion.descriptor;

import org.jspecify.annotations.NullMarked;
