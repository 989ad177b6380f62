package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges again what refers to somebody by a name that is somebody else's now. */
@Component
public class DueMerges {
  private static final int CHUNK = 500;

  private final JdbcClient jdbc;
  private final Reconciler reconciler;
  private final TransactionTemplate transaction;

  DueMerges(JdbcClient jdbc, Reconciler reconciler, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.reconciler = reconciler;
    this.transaction = transaction;
  }

  /** Merges all that is due. Safe to break off, and at any time on several instances. */
  public void mergeAgain() {
    List<EntityRef> due = due();
    while (!due.isEmpty()) {
      List<EntityRef> chunk = due;
      transaction.executeWithoutResult(_ -> mergeAgain(chunk));
      due = due();
    }
  }

  /** Forgets the mark last, so that whoever sets it again waits for nothing but this commit. */
  private void mergeAgain(List<EntityRef> refs) {
    reconciler.mergeAgain(refs);
    jdbc.sql("delete from merge_due where ref = any(?)").param(Refs.array(refs)).update();
  }

  private List<EntityRef> due() {
    return jdbc.sql("select ref from merge_due order by ref limit ?")
        .param(CHUNK)
        .query((row, _) -> EntityRef.parse(row.getString("ref")))
        .list();
  }
}
