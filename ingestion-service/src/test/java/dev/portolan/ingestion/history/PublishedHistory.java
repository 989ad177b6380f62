package dev.portolan.ingestion.history;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A naive model of history: all that was ever published, replayed from its beginning each time. */
record PublishedHistory(List<JsonNode> events) {
  private static final Comparator<JsonNode> NEWEST_FIRST =
      comparing(PublishedHistory::at)
          .thenComparing(PublishedHistory::ref)
          .thenComparingLong(event -> event.path("version").asLong())
          .reversed();

  /** A relay that starts again sends what it may have sent before. */
  PublishedHistory {
    events = events.stream().distinct().toList();
  }

  /** Of each entity that changed after a moment, what it was at another, by reference. */
  Map<String, JsonNode> states(Instant asOf, Instant changedSince) {
    var states = new LinkedHashMap<String, JsonNode>();
    for (JsonNode event : events) {
      if (at(event).isAfter(changedSince)) {
        states.put(ref(event), asOf(ref(event), asOf));
      }
    }
    return states;
  }

  /** The event that was the newest of the entity then; version 0 when there was none yet. */
  JsonNode asOf(String ref, Instant moment) {
    JsonNode state = JsonMapper.shared().createObjectNode().put("ref", ref).put("version", 0);
    for (JsonNode event : events) {
      if (ref(event).equals(ref) && !at(event).isAfter(moment)) {
        state = event;
      }
    }
    return state;
  }

  /** What was committed after one moment and not after another, the newest first. */
  List<JsonNode> changes(Instant from, Instant to, Collection<String> refs) {
    return events.stream()
        .filter(event -> at(event).isAfter(from) && !at(event).isAfter(to))
        .filter(event -> refs.contains(ref(event)))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** What a purge must leave: all after the cut, and of each entity the newest at the cut. */
  Set<String> heldAfter(Instant cut) {
    var held = new TreeSet<String>();
    for (JsonNode event : events) {
      if (at(event).isAfter(cut) || asOf(ref(event), cut).equals(event)) {
        held.add(ref(event) + " " + event.path("version").asLong());
      }
    }
    return held;
  }

  Instant first() {
    return events.stream().map(PublishedHistory::at).min(Comparator.naturalOrder()).orElseThrow();
  }

  Instant last() {
    return events.stream().map(PublishedHistory::at).max(Comparator.naturalOrder()).orElseThrow();
  }

  List<String> refs() {
    return events.stream().map(PublishedHistory::ref).distinct().sorted().toList();
  }

  private static Instant at(JsonNode event) {
    return Instant.parse(event.path("committedAt").asString());
  }

  private static String ref(JsonNode event) {
    return event.path("ref").asString();
  }
}
