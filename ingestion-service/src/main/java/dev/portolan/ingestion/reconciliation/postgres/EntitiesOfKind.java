package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.observation.CanonicalJson;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entities of a kind that exist now. */
@Component
public class EntitiesOfKind {
  private static final int FETCHED = 500;

  private final JdbcClient jdbc;

  EntitiesOfKind(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Hands over each, in the order of their references. */
  @Transactional(readOnly = true) // which fetches them bit by bit
  public void each(String kind, Consumer<Entity> sink) {
    String prefix = kind.toLowerCase(Locale.ROOT);
    jdbc.sql(
            """
            select event from entity join entity_version using (ref, version)
            where entity.ref >= ? and entity.ref < ? and not deleted order by entity.ref
            """)
        .withFetchSize(FETCHED)
        .params(prefix + ":", prefix + ";")
        .query(
            row -> {
              sink.accept(
                  Objects.requireNonNull(CanonicalJson.event(row.getString("event")).entity()));
            });
  }
}
