package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which entities exist now. */
@Component
public class KnownEntities {
  private final JdbcClient jdbc;

  KnownEntities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the references whose entity exists. */
  public Set<EntityRef> among(Collection<EntityRef> refs) {
    return new HashSet<>(
        jdbc.sql("select ref from entity where ref = any(?) and not deleted")
            .params(Refs.array(refs))
            .query((row, _) -> EntityRef.parse(row.getString("ref")))
            .list());
  }
}
