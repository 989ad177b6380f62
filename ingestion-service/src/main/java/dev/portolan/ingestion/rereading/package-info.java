/**
 * Reading a source again: only what changed is read, and the rest is taken as it was read before.
 */
@NullMarked
package dev.portolan.ingestion.rereading;

import org.jspecify.annotations.NullMarked;
