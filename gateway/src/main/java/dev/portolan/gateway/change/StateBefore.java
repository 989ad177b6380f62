package dev.portolan.gateway.change;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.FieldChange;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state before a change, as far as filters look at it: relations, tags, labels and the members
 * of the spec. It is worked out from what the event says has changed.
 */
final class StateBefore {
  private static final String LABEL = "/labels/";
  private static final String SPEC = "/spec/";

  private StateBefore() {}

  /** The state before an update; empty for what is new or gone. */
  static Optional<Entity> of(EntityChanged event) {
    Entity after = event.entity();
    return after == null || event.change() != ChangeType.UPDATED
        ? Optional.empty()
        : Optional.of(before(after, event.changed()));
  }

  private static Entity before(Entity after, List<FieldChange> changed) {
    Map<String, String> labels = new HashMap<>(after.labels());
    Map<String, Object> spec = new HashMap<>(after.spec());
    List<String> tags = after.tags();
    List<Relation> relations = after.relations();
    for (FieldChange change : changed) {
      Object before = change.before();
      String path = change.path();
      if (path.equals("/tags")) {
        tags = items(before).filter(String.class::isInstance).map(String.class::cast).toList();
      } else if (path.equals("/relations")) {
        relations = items(before).flatMap(StateBefore::relation).toList();
      } else if (path.startsWith(LABEL)) {
        put(labels, member(path, LABEL), before instanceof String text ? text : null);
      } else if (path.startsWith(SPEC)) {
        put(spec, member(path, SPEC), before);
      }
    }
    return new Entity(
        after.kind(),
        after.namespace(),
        after.name(),
        after.title(),
        after.description(),
        labels,
        after.annotations(),
        tags,
        after.links(),
        spec,
        relations);
  }

  private static <V> void put(Map<String, V> map, String key, @Nullable V value) {
    if (value == null) {
      map.remove(key);
    } else {
      map.put(key, value);
    }
  }

  /** The name behind a prefix, without the escapes of JSON Pointers. */
  private static String member(String path, String prefix) {
    return path.substring(prefix.length()).replace("~1", "/").replace("~0", "~");
  }

  private static Stream<?> items(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream() : Stream.of();
  }

  private static Stream<Relation> relation(@Nullable Object value) {
    return value instanceof Map<?, ?> map
            && map.get("type") instanceof String type
            && map.get("target") instanceof String target
        ? relation(type, target)
        : Stream.of();
  }

  private static Stream<Relation> relation(String type, String target) {
    try {
      return Stream.of(new Relation(type, EntityRef.parse(target)));
    } catch (InvalidNameException e) {
      return Stream.of(); // No filter names it.
    }
  }
}
