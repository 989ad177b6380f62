package dev.portolan.ingestion.descriptor.rule;

/** Something that every descriptor keeps. */
interface Rule {

  /** Looks at the descriptor, and says what breaks this rule, if anything does. */
  void check(Descriptor descriptor, Findings findings);
}
