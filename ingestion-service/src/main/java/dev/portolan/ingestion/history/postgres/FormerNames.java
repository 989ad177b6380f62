package dev.portolan.ingestion.history.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.alias.Alias;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.reconciliation.postgres.Refs;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an entity was called before it was renamed: a name among its aliases, of its own kind, by
 * which an entity was deleted.
 */
@Component
public class FormerNames {
  private final JdbcClient jdbc;

  FormerNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The references that it had; none where it was never renamed. */
  public List<EntityRef> of(EntityRef ref) {
    List<EntityRef> names =
        newest(ref).stream()
            .map(event -> CanonicalJson.event(event).entity())
            .filter(Objects::nonNull)
            .flatMap(entity -> Alias.of(entity).stream())
            .filter(name -> name.kind().equals(ref.kind()))
            .toList();
    return names.isEmpty()
        ? List.of()
        : jdbc.sql("select ref from entity where deleted and ref = any(?) order by ref")
            .param(Refs.array(names))
            .query((row, _) -> EntityRef.parse(row.getString("ref")))
            .list();
  }

  private List<String> newest(EntityRef ref) {
    return jdbc.sql(
            """
            select v.event from entity e join entity_version v on v.ref = e.ref and v.version = e.version
            where e.ref = ? and not e.deleted
            """)
        .param(ref.toString())
        .query((row, _) -> row.getString("event"))
        .list();
  }
}
