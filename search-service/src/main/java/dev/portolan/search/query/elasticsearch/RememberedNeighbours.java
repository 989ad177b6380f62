package dev.portolan.search.query.elasticsearch;

import dev.portolan.search.query.Neighbours;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the neighbourhood said a short time ago. Only the first who asks waits; whoever finds it old
 * has what is remembered, while it is asked again.
 */
final class RememberedNeighbours implements Supplier<Neighbours> {
  static final Duration OLD = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(RememberedNeighbours.class);

  private final Supplier<Neighbours> asking;
  private final LongSupplier nanos;
  private final AtomicBoolean isAsking = new AtomicBoolean();
  private volatile @Nullable Memory memory;

  private record Memory(Neighbours neighbours, long nanos) {}

  RememberedNeighbours(Supplier<Neighbours> asking, LongSupplier nanos) {
    this.asking = asking;
    this.nanos = nanos;
  }

  @Override
  public Neighbours get() {
    Memory known = memory;
    if (known == null) {
      return ask();
    }
    if (nanos.getAsLong() - known.nanos > OLD.toNanos() && isAsking.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::askAgain);
    }
    return known.neighbours;
  }

  private Neighbours ask() {
    Neighbours now = asking.get();
    memory = new Memory(now, nanos.getAsLong());
    return now;
  }

  private void askAgain() {
    try {
      ask();
    } catch (RuntimeException e) {
      LOG.warn("Searches go on with what owners were called before: {}", e.getMessage());
    } finally {
      isAsking.set(false);
    }
  }
}
