package dev.portolan.catalog.neo4j;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;

/**
 * Knows which generation is live. The store says so, at the node that writers lock: another
 * instance may have put the next graph there. An answer is good for a second; the graph before is
 * kept for longer than that.
 */
public final class LiveGeneration {
  /** The name of the node of label {@code :Writer} whose property says it. */
  public static final String WRITER = "catalog-service";

  /** That property: the name of a generation; absent, it is the first. */
  public static final String PROPERTY = "generation";

  private static final String READ =
      "MATCH (w:Writer {name: '%s'}) RETURN w.%s".formatted(WRITER, PROPERTY);

  private static final Duration TRUSTED = Duration.ofSeconds(1);

  private static final SessionConfig READING =
      SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

  private static final TransactionConfig LIMITED =
      TransactionConfig.builder().withTimeout(Reads.LIMIT).build();

  /** What the store said, and when it was asked. */
  private record Known(Generation generation, long since) {
    Known newer(@Nullable Known other) {
      return other == null || other.since - since <= 0 ? this : other;
    }
  }

  private final Driver driver;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  public LiveGeneration(Driver driver) {
    this.driver = driver;
  }

  /** The generation to ask. */
  public Generation now() {
    long asked = System.nanoTime();
    Known last = known.get();
    if (last != null && asked - last.since() < TRUSTED.toNanos()) {
      return last.generation();
    }
    Known answer = new Known(ask(), asked);
    learn(answer);
    return answer.generation();
  }

  /** Another one is live from now on. */
  public void became(Generation generation) {
    learn(new Known(generation, System.nanoTime()));
  }

  /** What the property says. */
  public static Generation of(@Nullable Object property) {
    return property instanceof String name ? Generation.valueOf(name) : Generation.FIRST;
  }

  /** An answer that was on its way while another graph became live must not undo that. */
  private void learn(Known answer) {
    known.updateAndGet(answer::newer);
  }

  private Generation ask() {
    try (Session session = driver.session(READING)) {
      return session.run(READ, LIMITED).stream()
          .map(row -> of(row.get(0).asObject()))
          .findFirst()
          .orElse(Generation.FIRST);
    }
  }
}
