package dev.portolan.ingestion.fact;

import java.util.List;

/**
 * What becomes of a fact after a source spoke.
 *
 * @param held the fact as it is to be held
 * @param changed whether it has a new version, which is to be published
 * @param accepted the observations that had a part in the change; the others said nothing new, or
 *     came too late
 * @param refused the observations that do not fit what is held
 */
public record FactDecision(
    HeldFact held, boolean changed, List<FactObservation> accepted, List<FactProblem> refused) {}
