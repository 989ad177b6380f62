package dev.portolan.ingestion.fact;

import java.time.Instant;

/**
 * That a source says something of a fact.
 *
 * @param index where it stands in its request, from 0
 * @param line where it begins in the body, from 1
 * @param key which fact
 * @param word what is said
 * @param observedAt when the source saw it so
 */
public record FactObservation(int index, int line, FactKey key, Word word, Instant observedAt) {}
