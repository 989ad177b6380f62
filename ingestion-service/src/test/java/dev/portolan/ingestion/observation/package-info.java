@NullMarked
package dev.portolan.ingestion.observation;

import org.jspecify.annotations.NullMarked;
