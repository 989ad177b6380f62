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

  private final long checked;
  private final Map<String, VersionPair> found;

  private Differences(long checked, Map<String, VersionPair> found) {
    this.checked = checked;
    this.found = found;
  }

  /** Compares the versions of the entities that exist. */
  public static Differences between(Map<String, Long> said, Map<String, Long> held) {
    Map<String, VersionPair> found = new TreeMap<>();
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

  private static void put(Map<String, VersionPair> found, String ref, long said, long held) {
    if (said != held) {
      found.put(ref, new VersionPair(said, held));
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
    return found.values().stream().filter(VersionPair::isMissing).count();
  }

  /** Entities of the index that do not exist on the topic. */
  public long surplus() {
    return found.values().stream().filter(VersionPair::isSurplus).count();
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
