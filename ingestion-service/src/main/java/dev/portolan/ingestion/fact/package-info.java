/** What is measured of entities: facts, read, decided and bounded. */
@NullMarked
package dev.portolan.ingestion.fact;

import org.jspecify.annotations.NullMarked;
