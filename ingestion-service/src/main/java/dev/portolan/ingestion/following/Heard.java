package dev.portolan.ingestion.following;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.Listener;
import dev.portolan.ingestion.following.postgres.FollowingTable;
import dev.portolan.ingestion.following.postgres.ItemTable;
import dev.portolan.ingestion.schedule.AdapterRun;
import dev.portolan.ingestion.schedule.AdapterRuns;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.sync.SyncRun;
import dev.portolan.ingestion.sync.SyncStatus;
import dev.portolan.ingestion.sync.postgres.Syncs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DuplicateKeyException;

/**
 * Takes what is heard of one source into the catalog, each batch as a sync of its own, which no
 * other reading of the source runs beside.
 */
final class Heard implements Listener {
  private static final Logger log = LoggerFactory.getLogger(Heard.class);

  /** Only the database knows when another instance has read the source. */
  private static final RetryTemplate WHILE_IT_IS_READ =
      new RetryTemplate(
          RetryPolicy.builder()
              .includes(DuplicateKeyException.class)
              .maxRetries(Long.MAX_VALUE)
              .delay(Duration.ofMillis(50))
              .multiplier(1.5)
              .maxDelay(Duration.ofSeconds(1))
              .build());

  private final String source;
  private final Parts parts;

  /** What it works with. */
  record Parts(
      SourceTable sources,
      FollowingTable following,
      ItemTable items,
      Syncs syncs,
      AdapterRuns runs) {}

  Heard(String source, Parts parts) {
    this.source = source;
    this.parts = parts;
  }

  @Override
  public void listening(boolean anew) throws InterruptedException {
    if (anew || !parts.following.isReadWhole(source)) {
      readWhole();
    }
    parts.following.problem(source, null);
    log.info("Source {} is followed", source);
  }

  @Override
  public void changedAltogether(String reason) throws InterruptedException {
    log.info("Source {} is read whole: {}", source, reason);
    readWhole();
  }

  @Override
  public void changed(Collection<String> items, Consumer<Consumer<FoundDocument>> reading)
      throws InterruptedException {
    long sync = whenNobodyReads(() -> parts.syncs.beginHeard(source));
    boolean tooMuch;
    try {
      tooMuch = !isTaken(sync, items, reading);
    } finally {
      parts.syncs.letGo(sync);
    }
    if (tooMuch) {
      changedAltogether("what was heard of it retracts more than a person wants to happen unseen");
    }
  }

  private boolean isTaken(
      long sync, Collection<String> items, Consumer<Consumer<FoundDocument>> reading) {
    SyncRun run = parts.syncs.run(source, null);
    try {
      List<FoundDocument> documents = new ArrayList<>();
      reading.accept(documents::add);
      parts.items.remember(source, sync, Items.of(documents));
      documents.forEach(each -> run.accept(each.document(), each.place()));
      run.finish();
      if (!isRetracted(sync, told(items, documents))) {
        parts.syncs.fail(
            sync,
            run.report(),
            "So much is gone that nothing was retracted: the source is read whole, which waits for a person.");
        return false;
      }
      parts.syncs.endHeard(sync, run.report());
      return true;
    } catch (RuntimeException e) {
      parts.syncs.fail(sync, run.report(), "It was broken off, and is tried again: " + e);
      throw e;
    }
  }

  private boolean isRetracted(long sync, Set<String> items) {
    List<EntityRef> gone = parts.items.gone(source, sync, items);
    if (!gone.isEmpty() && !parts.syncs.retract(source, sync, gone)) {
      return false;
    }
    parts.items.forgetBefore(source, sync, items);
    return true;
  }

  /** The items of which all documents could be told; of others nothing is taken back. */
  private static Set<String> told(Collection<String> items, List<FoundDocument> documents) {
    Set<String> told = new LinkedHashSet<>(items);
    documents.stream().filter(Items::isNameless).map(FoundDocument::path).forEach(told::remove);
    return told;
  }

  private void readWhole() throws InterruptedException {
    parts.following.readWhole(source, false);
    AdapterRun run =
        whenNobodyReads(() -> parts.runs.start(parts.sources.find(source).orElseThrow()));
    run.end().await();
    if (parts.syncs.find(source, run.sync()).orElseThrow().status() == SyncStatus.FAILED) {
      throw new FollowingException(
          "The source could not be read whole, which comes before following it: sync %d says why"
              .formatted(run.sync()));
    }
    parts.following.readWhole(source, true);
  }

  private static <T> T whenNobodyReads(Supplier<T> begin) throws InterruptedException {
    try {
      return Objects.requireNonNull(WHILE_IT_IS_READ.execute(begin::get));
    } catch (RetryException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("Interrupted while somebody else reads the source");
      }
      throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e);
    }
  }
}
