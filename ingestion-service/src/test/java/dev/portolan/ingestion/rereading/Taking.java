package dev.portolan.ingestion.rereading;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.Glob;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.sync.Completion;
import dev.portolan.ingestion.sync.InMemoryDefinitions;
import dev.portolan.ingestion.sync.Report;
import dev.portolan.ingestion.sync.ReportedProblem;
import dev.portolan.ingestion.sync.SyncRun;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that a sync came to but the files that it read for that: this must not depend on what it
 * remembers.
 *
 * @param said what the source says after it
 * @param completion null when the source was not read whole
 */
record Taking(
    Map<EntityRef, String> said,
    long accepted,
    long unchanged,
    long rejected,
    long nameless,
    List<ReportedProblem> problems,
    List<String> notes,
    @Nullable Completion completion) {
  static final DescriptorSearch SEARCH = new DescriptorSearch(new DescriptorReader());

  /** What a sync came to, and how it went. */
  record Went(Taking taking, long read, long unchanged, boolean repeated) {}

  /** Has the catalog take what the tree says now, as a sync does. */
  static Went of(FakeCatalog catalog, FakeTree tree, String pattern) {
    String revision = Integer.toHexString(tree.files.hashCode());
    long had = catalog.said.size();
    catalog.named.clear();
    SyncRun run = new SyncRun("git", 1L, catalog::write, new InMemoryDefinitions());
    Rereading rereading = new Rereading(run, catalog.memory(pattern));
    SourceReading reading = SEARCH.search(tree, List.of(new Glob(pattern)), revision, rereading);
    FakeCatalog.Whole before = catalog.whole();
    if (rereading.isRepeating() && before != null) {
      return new Went(before.taking().again(catalog), 0, 0, true);
    }
    rereading.finish();
    reading.notes().forEach(run::note);
    reading.faults().forEach(run::note);
    Completion completion = reading.complete() ? complete(catalog, had, run.report()) : null;
    Taking taking = of(catalog, run.report(), completion);
    if (completion != null && !(completion instanceof Completion.Hold)) {
      catalog.taken(pattern, revision, run.sum(), taking);
    }
    return new Went(taking, run.report().filesRead(), run.report().filesUnchanged(), false);
  }

  private static Completion complete(FakeCatalog catalog, long had, Report report) {
    var absent = new TreeSet<>(catalog.said.keySet());
    absent.removeAll(catalog.named);
    Completion completion =
        Completion.of(
            new Completion.Named(had, absent.size(), catalog.named.size(), report.nameless(), 0),
            HoldThreshold.DEFAULT);
    if (completion instanceof Completion.Retract) {
      catalog.said.keySet().removeAll(absent);
    }
    return completion;
  }

  private static Taking of(FakeCatalog catalog, Report report, @Nullable Completion completion) {
    return new Taking(
        new TreeMap<>(catalog.said),
        report.accepted(),
        report.unchanged(),
        report.rejected(),
        report.nameless(),
        report.problems(),
        report.notes(),
        completion);
  }

  /** The same once more, when nothing of it is new. */
  private Taking again(FakeCatalog catalog) {
    return new Taking(
        new TreeMap<>(catalog.said),
        0,
        accepted + unchanged,
        rejected,
        nameless,
        problems,
        notes,
        completion);
  }
}
