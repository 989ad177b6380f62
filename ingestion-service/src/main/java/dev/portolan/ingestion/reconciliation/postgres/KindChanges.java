package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.reconciliation.postgres.KindMergeTable.Due;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Merges the entities of a kind again when other fields of it are relations. */
@Component
public class KindChanges {
  private static final Logger log = LoggerFactory.getLogger(KindChanges.class);
  private static final int CHUNK = 500;

  /** In one go: whoever calls has other things to do, and calls again. */
  private static final int MOST_CHUNKS = 40;

  private final KindMergeTable table;
  private final Reconciler reconciler;
  private final TransactionTemplate transaction;

  KindChanges(KindMergeTable table, Reconciler reconciler, TransactionTemplate transaction) {
    this.table = table;
    this.reconciler = reconciler;
    this.transaction = transaction;
  }

  /**
   * How far it is with a kind.
   *
   * @param merged how many entities of it are merged
   * @param total how many there were when its definition changed
   */
  public record Progress(long merged, long total) {}

  /** The kinds whose entities are being merged again, in lower case. */
  public Map<String, Progress> underWay() {
    return table.all().stream()
        .collect(Collectors.toMap(Due::kind, due -> new Progress(due.merged(), due.total())));
  }

  /**
   * Merges what is due, up to a bound. Safe to break off, and at any time on several instances: a
   * kind stays marked until all of its entities are merged.
   */
  public void mergeAgain() {
    Optional<Due> due = table.next();
    for (int chunk = 0; due.isPresent() && chunk < MOST_CHUNKS; chunk++) {
      Due next = due.get();
      transaction.executeWithoutResult(_ -> mergeAgain(next));
      due = table.next();
    }
  }

  private void mergeAgain(Due due) {
    List<EntityRef> refs = table.refs(due, CHUNK);
    if (refs.isEmpty()) {
      table.finish(due);
      log.info(
          "All {} entities of the kind {} are merged by its definition of now",
          due.merged(),
          due.kind());
    } else {
      reconciler.mergeAgain(refs);
      table.advance(due, refs);
    }
  }
}
