package dev.portolan.scorecard.evaluation;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.rule.Situation;

/** What is evaluated. */
public sealed interface Subject {
  EntityRef ref();

  long version();

  /** An entity that exists. */
  record Present(Situation situation) implements Subject {
    @Override
    public EntityRef ref() {
      return situation.ref();
    }

    @Override
    public long version() {
      return situation.facts().version();
    }
  }

  /** An entity that was deleted. */
  record Gone(EntityRef ref, long version) implements Subject {}
}
