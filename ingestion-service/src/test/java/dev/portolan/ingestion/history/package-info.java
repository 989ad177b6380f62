@NullMarked
package dev.portolan.ingestion.history;

import org.jspecify.annotations.NullMarked;
