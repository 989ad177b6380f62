/** Tests of what is heard of sources that are followed. */
@NullMarked
package dev.portolan.ingestion.following;

import org.jspecify.annotations.NullMarked;
