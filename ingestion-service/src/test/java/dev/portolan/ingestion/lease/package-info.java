@NullMarked
package dev.portolan.ingestion.lease;

import org.jspecify.annotations.NullMarked;
