/** What was, when, and who says what is. */
@NullMarked
package dev.portolan.ingestion.history;

import org.jspecify.annotations.NullMarked;
