package dev.portolan.ingestion.following;

import dev.portolan.ingestion.adapter.FollowingAdapter;
import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.source.Source;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Follows one source on a thread of its own, and begins again after a pause when that fails. */
final class Follower {
  private static final Logger log = LoggerFactory.getLogger(Follower.class);
  private static final BackOff PAUSES = pauses();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Source source;
  private final FollowingAdapter adapter;
  private final Heard.Parts parts;
  private final Leaving leaving;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private String said = "";

  Follower(Source source, FollowingAdapter adapter, Heard.Parts parts, Leaving leaving) {
    this.source = source;
    this.adapter = adapter;
    this.parts = parts;
    this.leaving = leaving;
    this.thread = Thread.ofPlatform().name("follow-" + source.name()).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Whether it follows a source as it is configured now. */
  boolean isFor(Source other) {
    return source.adapter().equals(other.adapter())
        && source.configuration().equals(other.configuration());
  }

  /** Lets go of the source; what it has not taken is heard again. */
  void stop() {
    stopping.countDown();
    thread.interrupt();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  /** Waits a while until it has let go. */
  void join() throws InterruptedException {
    thread.join(PATIENCE);
  }

  private void run() {
    BackOffExecution pauses = PAUSES.start();
    try {
      do {
        try {
          leaveWhatWasFollowedBefore();
          adapter.follow(source.name(), source.configuration(), new Heard(source.name(), parts));
          pauses = PAUSES.start();
        } catch (RuntimeException e) {
          tell(Objects.toString(e.getMessage()));
        }
      } while (!stopping.await(pauses.nextBackOff(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      log.debug("Source {} is let go", source.name());
    }
  }

  /** A source that is followed otherwise now is followed from the beginning. */
  private void leaveWhatWasFollowedBefore() {
    Followed now = new Followed(source.adapter(), source.configuration());
    if (parts.following().followed(source.name()).filter(now::equals).isPresent()) {
      return;
    }
    try {
      leaving.leave(source.name());
    } catch (FollowingException e) {
      log.warn("Source {} is followed otherwise now. {}", source.name(), e.getMessage());
    }
    parts.following().follow(source.name(), now);
  }

  private void tell(String reason) {
    if (stopping.getCount() == 0) {
      return;
    }
    if (!reason.equals(said)) {
      log.warn("Source {} is not followed: {}. Trying on", source.name(), reason);
      said = reason;
    }
    try {
      parts.following().problem(source.name(), reason);
    } catch (RuntimeException e) {
      log.debug("The reason why source {} is not followed is not kept", source.name(), e);
    }
  }

  private static BackOff pauses() {
    ExponentialBackOff pauses = new ExponentialBackOff(500, 2);
    pauses.setMaxInterval(Duration.ofMinutes(1).toMillis());
    return pauses;
  }
}
