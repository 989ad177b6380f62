package dev.portolan.ingestion.schedule;

import dev.portolan.ingestion.adapter.FollowingAdapter;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.following.ItemReception;
import dev.portolan.ingestion.following.postgres.ItemTable;
import dev.portolan.ingestion.rereading.Rereading;
import dev.portolan.ingestion.rereading.postgres.Memories;
import dev.portolan.ingestion.rereading.postgres.StoredMemory;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.sync.Sync;
import dev.portolan.ingestion.sync.Sync.Origin;
import dev.portolan.ingestion.sync.SyncRun;
import dev.portolan.ingestion.sync.SyncStatus;
import dev.portolan.ingestion.sync.postgres.Syncs;
import jakarta.annotation.PreDestroy;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads sources by their adapters, each on a thread of its own. */
@Component
public class AdapterRuns {
  private static final Logger log = LoggerFactory.getLogger(AdapterRuns.class);

  private final Adapters adapters;
  private final Syncs syncs;
  private final Memories memories;
  private final ItemTable items;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  AdapterRuns(Adapters adapters, Syncs syncs, Memories memories, ItemTable items) {
    this.adapters = adapters;
    this.syncs = syncs;
    this.memories = memories;
    this.items = items;
  }

  /**
   * Begins a run of the source's adapter.
   *
   * @throws org.springframework.dao.DuplicateKeyException when one is under way, on whatever
   *     instance
   * @throws IllegalStateException when the source has no adapter that this service knows
   */
  public AdapterRun start(Source source) {
    SourceAdapter adapter =
        adapters
            .named(source.adapter())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Source "
                            + source.name()
                            + " has the adapter "
                            + source.adapter()
                            + ", which has nothing to run; those that run are "
                            + adapters.names()));
    long sync = syncs.begin(source.name(), Origin.ADAPTER);
    CountDownLatch end = new CountDownLatch(1);
    threads.execute(
        () -> {
          try {
            run(source, adapter, sync);
          } finally {
            syncs.letGo(sync);
            end.countDown();
          }
        });
    return new AdapterRun(sync, end);
  }

  /** A run that is broken off is found to be over when the service starts again. */
  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  private SourceReading read(Source source, SourceAdapter adapter, long sync, Rereading rereading) {
    if (!(adapter instanceof FollowingAdapter)) {
      return adapter.read(source.name(), source.configuration(), rereading);
    }
    ItemReception reception = new ItemReception(rereading, items, source.name(), sync);
    SourceReading reading = adapter.read(source.name(), source.configuration(), reception);
    reception.finish();
    return reading;
  }

  private void run(Source source, SourceAdapter adapter, long sync) {
    SyncRun run = syncs.run(source.name(), sync);
    try {
      StoredMemory memory = memories.of(source, sync);
      Rereading rereading = new Rereading(run, memory);
      SourceReading reading = read(source, adapter, sync, rereading);
      if (rereading.isRepeating()) {
        memory.repeat(Objects.requireNonNull(reading.revision()));
        return;
      }
      rereading.finish();
      reading.notes().forEach(run::note);
      reading.faults().forEach(run::note);
      if (!reading.complete()) {
        syncs.fail(sync, run.report(), "The source was not read whole, so nothing was retracted.");
        return;
      }
      if (reading.newsOnly() == null) {
        syncs.add(sync, run.report());
        Sync ended = syncs.complete(source.name(), sync);
        if (ended.status() == SyncStatus.DONE
            && reading.revision() != null
            && !run.hasRefusedDefinitions()) {
          memory.taken(reading.revision(), run.sum());
        }
        if (run.report().nameless() == 0) {
          items.forgetBefore(source.name(), sync);
        }
      } else {
        syncs.endNews(sync, run.report(), reading.newsOnly());
      }
      if (run.report().rejected() == 0) {
        adapter.taken(source.name(), source.configuration(), reading);
      }
    } catch (RuntimeException e) {
      log.error("Sync {} of source {} failed", sync, source.name(), e);
      syncs.fail(sync, run.report(), "It was broken off by a fault: " + e.getMessage());
    }
  }
}
