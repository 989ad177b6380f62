package dev.portolan.scorecard.evaluation;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.rule.Facts;

/** What is evaluated. */
public sealed interface Subject {
  EntityRef ref();

  long version();

  /** An entity that exists. */
  record Present(Facts facts) implements Subject {
    @Override
    public EntityRef ref() {
      return facts.ref();
    }

    @Override
    public long version() {
      return facts.version();
    }
  }

  /** An entity that was deleted. */
  record Gone(EntityRef ref, long version) implements Subject {}
}
