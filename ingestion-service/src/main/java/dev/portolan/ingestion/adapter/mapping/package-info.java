/** What the items of a source become: mappings in JQ, as written here and as Port's users know. */
@NullMarked
package dev.portolan.ingestion.adapter.mapping;

import org.jspecify.annotations.NullMarked;
