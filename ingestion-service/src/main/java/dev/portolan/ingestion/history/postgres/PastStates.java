package dev.portolan.ingestion.history.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What entities were at a moment. */
@Component
public class PastStates {
  /** Few, because an event may be a megabyte, and as many are in memory at once. */
  private static final int FETCHED = 50;

  private final JdbcClient jdbc;
  private final Kept kept;

  PastStates(JdbcClient jdbc, Kept kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  /**
   * Hands over the state that each entity had at a moment, if it changed since another one: its
   * event, or its reference with version 0 when it did not exist yet. All of it is read from one
   * snapshot, however long it takes.
   *
   * @param asOf the moment
   * @param changedSince entities with a version after this are told; at or before the moment
   * @param states takes JSON without line breaks
   * @throws dev.portolan.ingestion.history.PurgedException when the moment is before what history
   *     still holds; nothing was handed over then
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
  public void each(Instant asOf, Instant changedSince, Consumer<String> states) {
    kept.check("asOf", asOf);
    jdbc.sql(
            """
            select coalesce(state.event, json_build_object('ref', changed.ref, 'version', 0)) as event
            from (select distinct ref from entity_version where committed_at > ?) as changed
            left join lateral (
              select event from entity_version
              where ref = changed.ref and committed_at <= ? order by version desc limit 1
            ) as state on true
            """)
        .withFetchSize(FETCHED)
        .params(changedSince.atOffset(ZoneOffset.UTC), asOf.atOffset(ZoneOffset.UTC))
        .query(
            row -> {
              states.accept(row.getString("event"));
            });
  }
}
