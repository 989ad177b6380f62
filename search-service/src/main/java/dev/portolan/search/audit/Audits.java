package dev.portolan.search.audit;

import dev.portolan.search.indexing.HeldVersions;
import dev.portolan.search.intake.Replay;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the index with the topic when somebody asks, one at a time. */
public final class Audits {
  private static final Logger log = LoggerFactory.getLogger(Audits.class);

  private final Replay.Source topic;
  private final HeldVersions index;
  private final AtomicBoolean running = new AtomicBoolean();

  public Audits(Replay.Source topic, HeldVersions index) {
    this.topic = topic;
    this.index = index;
  }

  /**
   * Compares, whoever writes meanwhile. It reads the topic from its beginning, and of the index
   * references and versions.
   *
   * @return also where it failed: then it says so
   * @throws AuditRunsException when another audit is running in this instance
   */
  public Audit run() throws InterruptedException {
    if (!running.compareAndSet(false, true)) {
      throw new AuditRunsException();
    }
    long begun = System.nanoTime();
    TopicVersions said = new TopicVersions();
    try {
      Differences found = compare(said);
      return Audit.of(said, found, secondsSince(begun));
    } catch (RuntimeException e) {
      log.error("The audit of the index failed", e);
      return Audit.failed(String.valueOf(e.getMessage()), said, secondsSince(begun));
    } finally {
      running.set(false);
    }
  }

  private Differences compare(TopicVersions said) throws InterruptedException {
    try (Replay replay = topic.begin(Map.of())) {
      replay.readOn(said::add);
      replay.awaitApplied();
      Differences found = Differences.between(said.existing(), index.versions());
      replay.readOn(found::saidNext);
      return found;
    }
  }

  private static double secondsSince(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1_000.0;
  }
}
