package dev.portolan.ingestion.following;

import dev.portolan.ingestion.adapter.FollowingAdapter;
import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.following.postgres.FollowingTable;
import dev.portolan.ingestion.following.postgres.ItemTable;
import dev.portolan.ingestion.schedule.AdapterRuns;
import dev.portolan.ingestion.schedule.Adapters;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.sync.postgres.Syncs;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every source which is to be followed is followed by one instance, and that
 * nothing is left in the others.
 */
@Component
class Followers {
  private static final Logger log = LoggerFactory.getLogger(Followers.class);

  private final Adapters adapters;
  private final Heard.Parts parts;
  private final Leaving leaving;
  private final FollowingMetrics metrics;
  private final Map<String, Follower> running = new HashMap<>();
  private String said = "";

  Followers(
      Adapters adapters,
      SourceTable sources,
      FollowingTable following,
      ItemTable items,
      Syncs syncs,
      AdapterRuns runs,
      FollowingMetrics metrics) {
    this.adapters = adapters;
    this.parts = new Heard.Parts(sources, following, items, syncs, runs);
    this.leaving = new Leaving(adapters, following);
    this.metrics = metrics;
  }

  /** At a fixed rate, which is not on the thread that others tick on. */
  @Scheduled(fixedRateString = "${portolan.schedule.tick}")
  synchronized void tick() {
    try {
      Map<String, Source> wanted =
          parts.sources().all().stream()
              .filter(source -> adapter(source).isPresent())
              .collect(Collectors.toMap(Source::name, Function.identity()));
      running.forEach(
          (name, follower) -> {
            Source source = wanted.get(name);
            if (source == null || !follower.isFor(source) || !parts.following().isOurs(name)) {
              follower.stop();
            }
          });
      running.values().removeIf(follower -> !follower.isAlive());
      wanted.values().forEach(this::follow);
      parts.following().sources().stream()
          .filter(name -> !wanted.containsKey(name) && !running.containsKey(name))
          .forEach(this::leave);
      metrics.measure(parts.following().of(running.keySet()));
    } catch (DataAccessException | IllegalStateException e) {
      log.warn("PostgreSQL does not answer; who is to be followed waits: {}", e.getMessage());
    }
  }

  @PreDestroy
  synchronized void stop() throws InterruptedException {
    running.values().forEach(Follower::stop);
    for (Follower follower : running.values()) {
      follower.join();
    }
  }

  private void follow(Source source) {
    if (!running.containsKey(source.name()) && parts.following().claim(source.name())) {
      Follower follower = new Follower(source, adapter(source).orElseThrow(), parts, leaving);
      running.put(source.name(), follower);
      follower.start();
    }
  }

  /** What following left at a source would keep its log for ever. */
  private void leave(String name) {
    if (!parts.following().claim(name)) {
      return;
    }
    try {
      leaving.leave(name);
      parts.following().forget(name);
      log.info("Source {} is followed no more", name);
    } catch (FollowingException e) {
      String reason = String.valueOf(e.getMessage());
      parts.following().problem(name, reason);
      if (!reason.equals(said)) {
        log.warn("Source {} is followed no more. {}", name, reason);
        said = reason;
      }
    }
  }

  private Optional<FollowingAdapter> adapter(Source source) {
    return adapters.following(source.adapter()).filter(adapter -> follows(adapter, source));
  }

  /** A configuration that an earlier version took may be none any more. */
  private static boolean follows(FollowingAdapter adapter, Source source) {
    try {
      return adapter.follows(source.configuration());
    } catch (InvalidConfigurationException e) {
      return false;
    }
  }
}
