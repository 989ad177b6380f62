@NullMarked
package dev.portolan.ingestion.source;

import org.jspecify.annotations.NullMarked;
