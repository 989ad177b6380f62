package dev.portolan.ingestion.rereading.postgres;

import dev.portolan.ingestion.rereading.Basis;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The revision of each source that was last taken to its end. */
@Component
class RevisionTable {
  private final JdbcClient jdbc;

  RevisionTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A sync that took a whole revision.
   *
   * @param said the sum over all that it said
   */
  record Taken(long sync, String said) {}

  Optional<Taken> find(String source, Basis basis, String revision) {
    return jdbc.sql(
            "select sync, said from source_revision where source = ? and basis = ? and revision = ?")
        .params(source, basis.hash(), revision)
        .query((row, _) -> new Taken(row.getLong("sync"), row.getString("said")))
        .optional();
  }

  void put(String source, Basis basis, String revision, Taken taken) {
    jdbc.sql(
            """
            insert into source_revision (source, basis, revision, sync, said) values (?, ?, ?, ?, ?)
            on conflict (source) do update set basis = excluded.basis,
              revision = excluded.revision, sync = excluded.sync, said = excluded.said
            """)
        .params(source, basis.hash(), revision, taken.sync(), taken.said())
        .update();
  }
}
