package dev.portolan.ingestion.history;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A naive model of history: all that was ever published, replayed from its beginning each time. */
final class PublishedHistory {
  private static final Comparator<Published> NEWEST_FIRST =
      comparing(Published::at)
          .thenComparing(Published::ref)
          .thenComparingLong(Published::version)
          .reversed();

  private final List<Published> all;

  /** What is looked at of an event again and again. */
  private record Published(String ref, long version, Instant at, JsonNode event) {
    Published(JsonNode event) {
      this(
          event.path("ref").asString(),
          event.path("version").asLong(),
          Instant.parse(event.path("committedAt").asString()),
          event);
    }
  }

  /** A relay that starts again sends what it may have sent before. */
  PublishedHistory(List<JsonNode> events) {
    this.all = events.stream().distinct().map(Published::new).toList();
  }

  int size() {
    return all.size();
  }

  /** Of each entity that changed after a moment, what it was at another, by reference. */
  Map<String, JsonNode> states(Instant asOf, Instant changedSince) {
    return all.stream()
        .filter(published -> published.at().isAfter(changedSince))
        .map(Published::ref)
        .distinct()
        .collect(toMap(Function.identity(), ref -> asOf(ref, asOf)));
  }

  /** The event that was the newest of the entity then; version 0 when there was none yet. */
  JsonNode asOf(String ref, Instant moment) {
    JsonNode state = JsonMapper.shared().createObjectNode().put("ref", ref).put("version", 0);
    for (Published published : all) {
      if (published.ref().equals(ref) && !published.at().isAfter(moment)) {
        state = published.event();
      }
    }
    return state;
  }

  /** What was committed after one moment and not after another, the newest first. */
  List<JsonNode> changes(Instant from, Instant to, Collection<String> refs) {
    return all.stream()
        .filter(published -> published.at().isAfter(from) && !published.at().isAfter(to))
        .filter(published -> refs.contains(published.ref()))
        .sorted(NEWEST_FIRST)
        .map(Published::event)
        .toList();
  }

  /** What a purge must leave: all after the cut, and of each entity the newest at the cut. */
  Set<String> heldAfter(Instant cut) {
    var held = new TreeSet<String>();
    for (Published published : all) {
      if (published.at().isAfter(cut) || asOf(published.ref(), cut).equals(published.event())) {
        held.add(published.ref() + " " + published.version());
      }
    }
    return held;
  }

  Instant first() {
    return all.stream().map(Published::at).min(Comparator.naturalOrder()).orElseThrow();
  }

  Instant last() {
    return all.stream().map(Published::at).max(Comparator.naturalOrder()).orElseThrow();
  }

  List<String> refs() {
    return all.stream().map(Published::ref).distinct().sorted().toList();
  }
}
