package dev.portolan.ingestion.sync;

import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.descriptor.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Documents that wait until all definitions of kinds are known that come with them. */
final class HeldBack {
  /** Each is in memory with its whole tree. */
  private static final int MOST_DOCUMENTS = 5_000;

  /** In characters, about. */
  private static final long MOST_WEIGHT = 2 << 20;

  private List<Held> held = new ArrayList<>();
  private long weight;

  /** A document that waits. */
  sealed interface Held {

    /**
     * It was read.
     *
     * @param left hears what to remember of it
     */
    record Read(ReadDocument document, @Nullable String path, Consumer<TakenDocument> left)
        implements Held {}

    /** It is known from before, and waits only not to overtake others of its entity. */
    record Remembered(TakenDocument.Said document) implements Held {}
  }

  void add(Held document) {
    held.add(document);
    if (document instanceof Held.Read(ReadDocument read, _, _)) {
      Trial trial = read.trial();
      weight += trial == null ? 0 : trial.weight();
    }
  }

  boolean isEmpty() {
    return held.isEmpty();
  }

  boolean isFull() {
    return held.size() >= MOST_DOCUMENTS || weight >= MOST_WEIGHT;
  }

  /** Lets all of them go. */
  List<Held> release() {
    List<Held> released = held;
    held = new ArrayList<>();
    weight = 0;
    return released;
  }
}
