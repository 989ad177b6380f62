/** How others tell that a source has something new, and what comes of it. */
@NullMarked
package dev.portolan.ingestion.webhook;

import org.jspecify.annotations.NullMarked;
