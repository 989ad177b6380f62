package dev.portolan.gateway.change;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what an event leaves out on the wire that its types promise. */
public final class Shortcoming {
  private Shortcoming() {}

  /** What is wrong with an event, to end the sentence "The record …"; empty when it is whole. */
  public static Optional<String> of(@Nullable EntityChanged event) {
    if (event == null) {
      return Optional.of("is the JSON value null");
    }
    return ofEvent(event).or(() -> ofState(event));
  }

  private static Optional<String> ofEvent(EntityChanged event) {
    return firstOf(
            Stream.of(
                lacks("ref", event.ref()),
                lacks("change", event.change()),
                lacks("observedAt", event.observedAt()),
                lacks("committedAt", event.committedAt()),
                holdsNull("sources", event.sources()),
                holdsNull("changed", event.changed())))
        .or(
            () ->
                firstOf(
                    event.changed().stream()
                        .map(changed -> lacks("the path of a change", changed.path()))));
  }

  private static Optional<String> ofState(EntityChanged event) {
    Entity entity = event.entity();
    if (entity == null) {
      return Optional.empty();
    }
    return firstOf(
            Stream.of(
                lacks("kind", entity.kind()),
                lacks("namespace", entity.namespace()),
                lacks("name", entity.name()),
                holdsNull("tags", entity.tags()),
                holdsNull("links", entity.links()),
                holdsNull("relations", entity.relations())))
        .or(() -> ofRelations(entity));
  }

  private static Optional<String> ofRelations(Entity entity) {
    return firstOf(
        entity.relations().stream()
            .flatMap(
                relation ->
                    Stream.of(
                        lacks("a relation's type", relation.type()),
                        lacks("a relation's target", relation.target()))));
  }

  private static Optional<String> firstOf(Stream<Optional<String>> shortcomings) {
    return shortcomings.flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> lacks(String name, @Nullable Object value) {
    return value == null ? Optional.of("lacks " + name) : Optional.empty();
  }

  private static Optional<String> holdsNull(String name, Collection<?> values) {
    return values.stream().anyMatch(value -> value == null)
        ? Optional.of("has a null in " + name)
        : Optional.empty();
  }
}
