@NullMarked
package dev.portolan.ingestion;

import org.jspecify.annotations.NullMarked;
