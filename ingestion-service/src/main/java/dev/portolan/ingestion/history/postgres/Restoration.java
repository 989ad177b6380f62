package dev.portolan.ingestion.history.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.history.NotRestorableException;
import dev.portolan.ingestion.history.Restored;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.reconciliation.postgres.Reconciler;
import dev.portolan.ingestion.source.postgres.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings deleted entities back, as what the source {@code restored} says of them. */
@Component
public class Restoration {
  /** How many versions a refusal looks through for those that could be restored. */
  private static final int MOST_NAMED = 50;

  private final JdbcClient jdbc;
  private final Reconciler reconciler;
  private final SourceTable sources;

  Restoration(JdbcClient jdbc, Reconciler reconciler, SourceTable sources) {
    this.jdbc = jdbc;
    this.reconciler = reconciler;
    this.sources = sources;
  }

  private record Newest(long version, boolean deleted) {}

  /**
   * Brings a deleted entity back.
   *
   * @param wanted the version whose state it shall have; null for the last before the deletion
   * @throws NotRestorableException when it exists, never existed, or the state is not held
   */
  @Transactional
  public Restored restore(EntityRef ref, @Nullable Long wanted) {
    reconciler.lock(List.of(ref));
    Newest newest = newest(ref);
    NotRestorableException refusal =
        NotRestorableException.of(ref, newest.version(), newest.deleted(), wanted);
    if (refusal != null) {
      throw refusal;
    }
    long version = wanted == null ? newest.version() - 1 : wanted;
    Description description = Description.of(state(ref, version));
    sources.restoring();
    Outcome outcome =
        Objects.requireNonNull(reconciler.say(Observation.RESTORED, List.of(description)).get(ref));
    return new Restored(
        ref, outcome.version(), Objects.requireNonNull(outcome.change()).name(), version);
  }

  private Newest newest(EntityRef ref) {
    return jdbc.sql("select version, deleted from entity where ref = ?")
        .param(ref.toString())
        .query((row, _) -> new Newest(row.getLong("version"), row.getBoolean("deleted")))
        .optional()
        .orElse(new Newest(0, false));
  }

  private Entity state(EntityRef ref, long version) {
    Optional<String> event =
        jdbc.sql("select event from entity_version where ref = ? and version = ?")
            .params(ref.toString(), version)
            .query((row, _) -> row.getString("event"))
            .optional();
    if (event.isEmpty()) {
      throw NotRestorableException.notHeld(ref, version, held(ref));
    }
    Entity entity = CanonicalJson.event(event.get()).entity();
    if (entity == null) {
      throw NotRestorableException.noState(ref, version, held(ref));
    }
    return entity;
  }

  /** The newest versions with a state. */
  private List<Long> held(EntityRef ref) {
    var held = new ArrayList<Long>();
    jdbc.sql("select event from entity_version where ref = ? order by version desc limit ?")
        .withFetchSize(1)
        .params(ref.toString(), MOST_NAMED)
        .query(
            row -> {
              EntityChanged event = CanonicalJson.event(row.getString("event"));
              if (event.entity() != null) {
                held.add(event.version());
              }
            });
    return held;
  }
}
