package dev.portolan.ingestion.sync.http;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.reconciliation.Outcome;
import dev.portolan.ingestion.sync.Completion;
import dev.portolan.ingestion.sync.Report;
import dev.portolan.ingestion.sync.Sync.Mode;
import dev.portolan.ingestion.sync.SyncRun;
import dev.portolan.ingestion.sync.postgres.DryRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One question of what a push would change. */
final class WhatIf {
  private final DryRun dryRun;
  private final Mode mode;
  private final List<String> notes = new ArrayList<>();

  WhatIf(DryRun dryRun, Mode mode) {
    this.dryRun = dryRun;
    this.mode = mode;
  }

  /** Hands all documents to a run. */
  @FunctionalInterface
  interface Documents {
    void into(SyncRun run) throws IOException;
  }

  /** Reads the documents, and what the push would retract after them. */
  WhatIfAnswer answer(Documents documents) throws IOException {
    SyncRun run = dryRun.run();
    documents.into(run);
    if (!dryRun.contradicted().isEmpty()) {
      throw contradicted(dryRun.contradicted());
    }
    Report report = run.report();
    notes.addAll(report.notes());
    if (report.rejected() > 0) {
      notes.add(
          report.rejected() + " documents would be rejected; what their entities are would stay.");
    }
    long same = report.unchanged() + retract();
    String held = mode == Mode.FULL ? complete(report) : null;
    return new WhatIfAnswer(
        dryRun.changes(),
        same,
        report.problems(),
        report.rejected(),
        report.others(),
        report.passedOver(),
        List.copyOf(notes),
        held);
  }

  /** How many retractions would change nothing. */
  private long retract() {
    Collection<Outcome> outcomes = dryRun.retract().values();
    for (Outcome outcome : outcomes) {
      if (outcome.version() == 0) {
        notes.add("There is no entity " + outcome.ref() + " to retract, and there never was.");
      }
    }
    return outcomes.stream().filter(outcome -> outcome.change() == null).count();
  }

  private static ApiException contradicted(Set<EntityRef> refs) {
    EntityRef one = refs.iterator().next();
    return ApiException.badRequest(
            "Described and retracted",
            one + " is described and is to be retracted; do the one or the other.")
        .with(Map.of("field", "retract"));
  }

  private @Nullable String complete(Report report) {
    return switch (dryRun.complete(report.nameless())) {
      case Completion.Retract _ -> null;
      case Completion.Keep(String reason) -> {
        notes.add(reason);
        yield null;
      }
      case Completion.Hold _ ->
          "The push does not name "
              + dryRun.absent()
              + " of the entities that the source speaks of. That is so many that none of them would"
              + " be retracted until a person approves it; they are not among the changes.";
    };
  }
}
