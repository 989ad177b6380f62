package dev.portolan.ingestion.fact;

import org.jspecify.annotations.Nullable;

/**
 * Why a fact of a request could not be taken.
 *
 * @param index where it stands in its request, from 0
 * @param line where it begins in the body, from 1
 * @param field JSON pointer into it; null when it is at fault as a whole
 * @param problem what is wrong and how to mend it
 */
public record FactProblem(int index, int line, @Nullable String field, String problem) {}
