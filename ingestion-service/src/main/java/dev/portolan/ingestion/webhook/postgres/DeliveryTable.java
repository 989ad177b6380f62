package dev.portolan.ingestion.webhook.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which deliveries were taken, for as long as they might come again. */
@Component
public class DeliveryTable {
  /** Longer than GitHub delivers anything again, and than most others try. */
  static final Duration KEPT = Duration.ofDays(7);

  private final JdbcClient jdbc;

  DeliveryTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps that the source is to be read, together with the delivery that says so.
   *
   * @return false when the delivery was taken before: nothing is kept then
   */
  public boolean take(String source, String delivery, Instant now) {
    jdbc.sql("delete from webhook_delivery where taken_at < ?").param(at(now.minus(KEPT))).update();
    return jdbc.sql(
                """
            with taken as (
              insert into webhook_delivery (source, delivery, taken_at)
              values (:source, :delivery, :now) on conflict do nothing returning source
            )
            update source set wanted_at = :now, wanted_sync = null
            from taken where name = taken.source
            """)
            .param("source", source)
            .param("delivery", delivery)
            .param("now", at(now))
            .update()
        == 1;
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
