package dev.portolan.search.audit;

import static dev.portolan.search.audit.TopicVersions.NONE;

import dev.portolan.search.intake.ChangeBatch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the index holds another version than the topic says. Not for several threads.
 *
 * <p>The index is read a moment after the topic, and may be ahead of it by then. So what differs is
 * only suspected at first: where the topic goes on to say what the index holds, the two agree.
 */
public final class Differences {

  /** What each of the two has; {@link TopicVersions#NONE} where the entity does not exist. */
  private record Pair(long said, long held) {
    boolean isMissing() {
      return held == NONE;
    }

    boolean isSurplus() {
      return said == NONE;
    }

    String problem() {
      if (isMissing()) {
        return "is missing: the topic has version " + said;
      }
      return isSurplus()
          ? "is surplus: on the topic it does not exist"
          : "has version %d, and %d on the topic".formatted(held, said);
    }
  }

  private final long checked;
  private final Map<String, Pair> found;

  private Differences(long checked, Map<String, Pair> found) {
    this.checked = checked;
    this.found = found;
  }

  /** Compares the versions of the entities that exist. */
  public static Differences between(Map<String, Long> said, Map<String, Long> held) {
    Map<String, Pair> found = new TreeMap<>();
    said.forEach((ref, version) -> put(found, ref, version, held.getOrDefault(ref, NONE)));
    long onlyHeld = 0;
    for (Map.Entry<String, Long> each : held.entrySet()) {
      if (!said.containsKey(each.getKey())) {
        onlyHeld++;
        put(found, each.getKey(), NONE, each.getValue());
      }
    }
    return new Differences(said.size() + onlyHeld, found);
  }

  private static void put(Map<String, Pair> found, String ref, long said, long held) {
    if (said != held) {
      found.put(ref, new Pair(said, held));
    }
  }

  /** Takes what the topic said next, from where it was compared to where the index was read. */
  public void saidNext(ChangeBatch batch) {
    batch
        .changes()
        .forEach(
            next ->
                found.computeIfPresent(
                    next.change().ref().toString(),
                    (_, pair) -> pair.held() == TopicVersions.shown(next.change()) ? null : pair));
  }

  /** How many references were compared. */
  public long checked() {
    return checked;
  }

  /** Entities of the topic that the index lacks. */
  public long missing() {
    return found.values().stream().filter(Pair::isMissing).count();
  }

  /** Entities of the index that do not exist on the topic. */
  public long surplus() {
    return found.values().stream().filter(Pair::isSurplus).count();
  }

  /** Those that both know. */
  public long different() {
    return found.size() - missing() - surplus();
  }

  /** All of them, in the order of references. */
  public List<Drift> drifts() {
    return found.entrySet().stream()
        .map(each -> new Drift(each.getKey(), each.getValue().problem()))
        .toList();
  }
}
