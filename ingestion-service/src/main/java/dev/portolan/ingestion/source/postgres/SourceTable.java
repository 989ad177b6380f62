package dev.portolan.ingestion.source.postgres;

import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.Webhook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The sources that are known. */
@Component
public class SourceTable {
  private static final String COLUMNS =
      "name, adapter, configuration, schedule, priority, hold_share, hold_count, webhook_scheme,"
          + " webhook_secret, lease";

  private final JdbcClient jdbc;
  private final JsonMapper mapper;

  SourceTable(JdbcClient jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  /** All sources, by name. */
  public List<Source> all() {
    return jdbc.sql("select " + COLUMNS + " from source order by name")
        .query((row, _) -> source(row))
        .list();
  }

  /** The source of that name. */
  public Optional<Source> find(String name) {
    return jdbc.sql("select " + COLUMNS + " from source where name = ?")
        .param(name)
        .query((row, _) -> source(row))
        .optional();
  }

  /** The source of that name, which pushes when it was not known before. */
  public Source pushing(String name) {
    return find(name)
        .orElseGet(
            () -> {
              jdbc.sql("insert into source (name) values (?) on conflict (name) do nothing")
                  .param(Source.checkName(name))
                  .update();
              return find(name).orElseThrow();
            });
  }

  /** Makes sure that the source which repeats what was deleted is known. */
  public void restoring() {
    jdbc.sql(
            """
            insert into source (name, priority, merged_priority) values (:name, :priority, :priority)
            on conflict (name) do nothing
            """)
        .param("name", Observation.RESTORED)
        .param("priority", Source.RESTORED_PRIORITY)
        .update();
  }

  /** Keeps the source; true when it was not known before. */
  public boolean put(Source source) {
    @Nullable Webhook webhook = source.webhook();
    return jdbc.sql(
            """
            insert into source (name, adapter, configuration, schedule, priority, merged_priority,
                                hold_share, hold_count, webhook_scheme, webhook_secret, lease)
            values (:name, :adapter, :configuration::json, :schedule, :priority, :priority,
                    :share, :count, :scheme, :secret, :lease)
            on conflict (name) do update
            set adapter = excluded.adapter, configuration = excluded.configuration,
                schedule = excluded.schedule, priority = excluded.priority,
                hold_share = excluded.hold_share, hold_count = excluded.hold_count,
                webhook_scheme = excluded.webhook_scheme, webhook_secret = excluded.webhook_secret,
                lease = excluded.lease,
                lease_checked_at = case when source.lease = excluded.lease
                                        then source.lease_checked_at end
            returning xmax = 0
            """)
        .param("name", source.name())
        .param("adapter", source.adapter())
        .param("configuration", mapper.writeValueAsString(source.configuration()))
        .param("schedule", text(source.schedule()))
        .param("priority", source.priority())
        .param("share", source.hold().share())
        .param("count", source.hold().count())
        .param("scheme", webhook == null ? null : webhook.scheme().name())
        .param("secret", webhook == null ? null : webhook.secret())
        .param("lease", text(source.lease()))
        .query(Boolean.class)
        .single();
  }

  private Source source(ResultSet row) throws SQLException {
    return new Source(
        row.getString("name"),
        row.getString("adapter"),
        mapper.readValue(
            row.getString("configuration"), new TypeReference<Map<String, Object>>() {}),
        duration(row, "schedule"),
        row.getInt("priority"),
        new HoldThreshold(row.getDouble("hold_share"), row.getInt("hold_count")),
        webhook(row),
        duration(row, "lease"));
  }

  private static @Nullable String text(@Nullable Duration duration) {
    return duration == null ? null : duration.toString();
  }

  private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Duration.parse(text);
  }

  private static @Nullable Webhook webhook(ResultSet row) throws SQLException {
    String scheme = row.getString("webhook_scheme");
    return scheme == null
        ? null
        : new Webhook(Webhook.Scheme.valueOf(scheme), row.getString("webhook_secret"));
  }
}
