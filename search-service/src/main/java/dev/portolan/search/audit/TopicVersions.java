package dev.portolan.search.audit;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.intake.ChangeBatch;
import dev.portolan.search.intake.ChangeBatch.Positioned;
import java.util.HashMap;
import java.util.Map;

/** What the topic says of every reference; about 200 bytes for each. Not for several threads. */
final class TopicVersions {
  /** The version of what does not exist. */
  static final long NONE = 0;

  private record State(long version, boolean exists) {
    static State of(EntityChanged change) {
      return new State(change.version(), change.entity() != null);
    }

    State orLater(State other) {
      return other.version >= version ? other : this;
    }
  }

  private final Map<String, State> states = new HashMap<>();
  private long records;
  private long skipped;

  /** Takes the next records of the topic. */
  void add(ChangeBatch batch) {
    records += batch.changes().size() + batch.unreadable().size();
    skipped += batch.unreadable().size();
    for (Positioned positioned : batch.changes()) {
      EntityChanged change = positioned.change();
      states.merge(change.ref().toString(), State.of(change), State::orLater);
    }
  }

  /** Of every entity that exists the version. */
  Map<String, Long> existing() {
    Map<String, Long> existing = HashMap.newHashMap(states.size());
    states.forEach(
        (ref, state) -> {
          if (state.exists()) {
            existing.put(ref, state.version());
          }
        });
    return existing;
  }

  /** The version in which an index shows the entity after this change. */
  static long shown(EntityChanged change) {
    return change.entity() == null ? NONE : change.version();
  }

  /** How many records were taken. */
  long records() {
    return records;
  }

  /** How many of them cannot be read. */
  long skipped() {
    return skipped;
  }
}
