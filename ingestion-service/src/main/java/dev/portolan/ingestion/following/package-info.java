/** Sources whose changes are heard as they happen, each by one instance. */
@NullMarked
package dev.portolan.ingestion.following;

import org.jspecify.annotations.NullMarked;
