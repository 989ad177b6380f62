package dev.portolan.gateway.entity;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of an entity that an answer must have reached. */
public record RefVersion(EntityRef ref, long version) {

  /** As GraphQL's arguments hold it, the reference in any spelling. */
  public record Input(String ref, long version) {}

  /** The versions that are asked for; none where the argument is absent. */
  public static List<RefVersion> of(@Nullable List<Input> inputs) {
    return inputs == null
        ? List.of()
        : inputs.stream()
            .map(input -> new RefVersion(EntityRef.parse(input.ref()), input.version()))
            .toList();
  }
}
