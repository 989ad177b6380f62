/** Kinds as data: what the spec of a kind must hold, and which of its fields are relations. */
@NullMarked
package dev.portolan.ingestion.kind;

import org.jspecify.annotations.NullMarked;
