package dev.portolan.ingestion.history.postgres;

import dev.portolan.ingestion.history.PurgedException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when history is complete. */
@Component
class Kept {
  private final JdbcClient jdbc;

  Kept(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Refuses a moment at which the state of an entity may no longer be known. To be asked in the
   * transaction that reads the versions: a purge could come between.
   *
   * @param name of the moment in the request
   */
  void check(String name, Instant moment) {
    Instant since = since();
    if (moment.isBefore(since)) {
      throw new PurgedException(
          name + " is " + moment + ", but history is complete only since " + since + ".", since);
    }
  }

  private Instant since() {
    return jdbc.sql("select since from history_kept")
        .query((row, _) -> row.getObject("since", OffsetDateTime.class).toInstant())
        .single();
  }
}
