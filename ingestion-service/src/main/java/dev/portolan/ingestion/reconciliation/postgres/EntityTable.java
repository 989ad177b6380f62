package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.CanonicalJson;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The newest version of each entity, and all versions before it. */
@Component
class EntityTable {
  private final JdbcClient jdbc;

  EntityTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest version of an entity. */
  record Newest(long version, @Nullable Entity entity, Instant committedAt) {}

  /** An event and its text, which is kept and published alike. */
  record Written(EntityChanged event, String json) {}

  /** The newest versions of these entities, where they ever existed. */
  Map<EntityRef, Newest> newest(Collection<EntityRef> refs) {
    var newest = new HashMap<EntityRef, Newest>();
    jdbc.sql(
            """
            select event from entity join entity_version using (ref, version)
            where entity.ref = any(?)
            """)
        .params(Refs.array(refs))
        .query(
            row -> {
              EntityChanged event = CanonicalJson.event(row.getString("event"));
              newest.put(
                  event.ref(), new Newest(event.version(), event.entity(), event.committedAt()));
            });
    return newest;
  }

  /** The versions of these entities, where they ever existed. */
  Map<EntityRef, Long> versions(Collection<EntityRef> refs) {
    var versions = new HashMap<EntityRef, Long>();
    jdbc.sql("select ref, version from entity where ref = any(?)")
        .params(Refs.array(refs))
        .query(
            row -> {
              versions.put(EntityRef.parse(row.getString("ref")), row.getLong("version"));
            });
    return versions;
  }

  /** Appends the events to history and makes each its entity's newest version. */
  void append(List<Written> written) {
    var refs = new String[written.size()];
    var versions = new Long[written.size()];
    var deleted = new Boolean[written.size()];
    var events = new String[written.size()];
    var times = new String[written.size()];
    for (int i = 0; i < written.size(); i++) {
      EntityChanged event = written.get(i).event();
      refs[i] = event.ref().toString();
      versions[i] = event.version();
      deleted[i] = event.entity() == null;
      events[i] = written.get(i).json();
      times[i] = event.committedAt().toString();
    }
    var refArray = new SqlArrayValue("text", (Object[]) refs);
    var versionArray = new SqlArrayValue("int8", (Object[]) versions);
    // A plain insert: were two writers ever to reach one version, the later one must fail.
    jdbc.sql(
            """
            insert into entity_version (ref, version, event, committed_at)
            select ref, version, event::json, at::timestamptz
            from unnest(?, ?, ?, ?) as new (ref, version, event, at)
            """)
        .params(
            refArray,
            versionArray,
            new SqlArrayValue("text", (Object[]) events),
            new SqlArrayValue("text", (Object[]) times))
        .update();
    jdbc.sql(
            """
            insert into entity (ref, version, deleted)
            select * from unnest(?, ?, ?) as new (ref, version, deleted)
            on conflict (ref) do update
            set version = excluded.version, deleted = excluded.deleted
            """)
        .params(refArray, versionArray, new SqlArrayValue("bool", (Object[]) deleted))
        .update();
  }
}
