package dev.portolan.ingestion.fact;

/** What came of reading one fact of a request. */
public sealed interface ReadFact {
  /** It keeps all rules. */
  record Accepted(FactObservation observation) implements ReadFact {}

  /** It breaks a rule. */
  record Rejected(FactProblem problem) implements ReadFact {}
}
