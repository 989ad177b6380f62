package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch.core.MgetResponse;
import dev.portolan.events.EntityRef;
import dev.portolan.search.indexing.RecentDeletions;
import dev.portolan.search.indexing.elasticsearch.DocumentVersions;
import dev.portolan.search.query.SearchRequest.MinVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Waits until the index shows what a caller has just written. */
final class VersionWait {
  static final Duration LONGEST = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Reading reading;
  private final RecentDeletions deletions;
  private final String index;

  VersionWait(Reading reading, RecentDeletions deletions, String index) {
    this.reading = reading;
    this.deletions = deletions;
    this.index = index;
  }

  /** Returns whether all the versions are visible; waits for them at most {@link #LONGEST}. */
  boolean until(List<MinVersion> versions) {
    if (versions.isEmpty() || reached(versions, false)) {
      return true;
    }
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!reached(versions, true)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    reading.ask(elasticsearch -> elasticsearch.indices().refresh(r -> r.index(index)));
    return true;
  }

  /**
   * Whether the versions are written.
   *
   * @param written or rather visible, which a recent write may not be yet
   */
  private boolean reached(List<MinVersion> versions, boolean written) {
    List<String> refs = versions.stream().map(version -> version.ref().toString()).toList();
    MgetResponse<Void> answer =
        reading.ask(
            elasticsearch ->
                elasticsearch.mget(
                    get -> get.index(index).ids(refs).realtime(written).source(s -> s.fetch(false)),
                    Void.class));
    Map<String, Long> held = DocumentVersions.of(answer);
    return versions.stream().allMatch(wanted -> isReached(wanted, held, written));
  }

  private boolean isReached(MinVersion wanted, Map<String, Long> held, boolean written) {
    EntityRef ref = wanted.ref();
    // A deletion is known when it is written; whether it shows only a refresh can tell.
    return held.getOrDefault(ref.toString(), 0L) >= wanted.version()
        || (written && deletions.reached(ref, wanted.version()));
  }
}
