@NullMarked
package dev.portolan.ingestion.sync;

import org.jspecify.annotations.NullMarked;
