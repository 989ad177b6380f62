/** Which hosts of a network a source may be read from, and which secrets each may be told. */
@NullMarked
package dev.portolan.ingestion.adapter.network;

import org.jspecify.annotations.NullMarked;
