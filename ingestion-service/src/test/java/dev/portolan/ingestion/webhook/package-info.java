@NullMarked
package dev.portolan.ingestion.webhook;

import org.jspecify.annotations.NullMarked;
