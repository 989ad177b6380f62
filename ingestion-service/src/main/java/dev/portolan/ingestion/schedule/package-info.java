/**
 * When adapters read their sources, one run of each at a time; and what else is due by the clock.
 */
@NullMarked
package dev.portolan.ingestion.schedule;

import org.jspecify.annotations.NullMarked;
