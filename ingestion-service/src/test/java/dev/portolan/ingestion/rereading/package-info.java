@NullMarked
package dev.portolan.ingestion.rereading;

import org.jspecify.annotations.NullMarked;
