package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges again what a source speaks of when its priority changed. */
@Component
public class PriorityChanges {
  private static final Logger log = LoggerFactory.getLogger(PriorityChanges.class);
  private static final int CHUNK = 500;

  private final JdbcClient jdbc;
  private final Reconciler reconciler;
  private final TransactionTemplate transaction;

  PriorityChanges(JdbcClient jdbc, Reconciler reconciler, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.reconciler = reconciler;
    this.transaction = transaction;
  }

  private record Change(String source, int priority) {}

  /**
   * Merges all that is due. Safe to break off: the source stays marked until all of its entities
   * are merged.
   */
  public void mergeAgain() {
    List<Change> changes =
        jdbc.sql("select name, priority from source where priority <> merged_priority")
            .query((row, _) -> new Change(row.getString("name"), row.getInt("priority")))
            .list();
    for (Change change : changes) {
      log.info("Source {} has priority {} now: merging again", change.source(), change.priority());
      mergeAgain(change.source());
      jdbc.sql("update source set merged_priority = ? where name = ?")
          .params(change.priority(), change.source())
          .update();
    }
  }

  private void mergeAgain(String source) {
    List<EntityRef> refs = after(source, "");
    while (!refs.isEmpty()) {
      List<EntityRef> chunk = refs;
      transaction.executeWithoutResult(_ -> reconciler.mergeAgain(chunk));
      refs = after(source, chunk.getLast().toString());
    }
  }

  private List<EntityRef> after(String source, String last) {
    return jdbc.sql("select ref from observation where source = ? and ref > ? order by ref limit ?")
        .params(source, last, CHUNK)
        .query((row, _) -> EntityRef.parse(row.getString("ref")))
        .list();
  }
}
