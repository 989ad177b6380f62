package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.reconciliation.Decided;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What {@link Reconciler} would decide; nothing is locked, and nothing written. */
@Component
public class Foresight {
  private final Decisions decisions;
  private final ObservationTable observations;
  private final InstantSource clock;

  Foresight(Decisions decisions, ObservationTable observations, InstantSource clock) {
    this.decisions = decisions;
    this.observations = observations;
    this.clock = clock;
  }

  /** If the source, with that priority, described these entities, each once. */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public List<Decided> say(String source, int priority, Collection<Description> said) {
    return decisions.say(source, priority, said, now());
  }

  /** If the source spoke of these entities no more. */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public List<Decided> retract(String source, Collection<EntityRef> refs) {
    return decisions.retract(source, refs, now());
  }

  /** All that the source speaks of now. */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public Set<EntityRef> has(String source) {
    return observations.refs(source);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
