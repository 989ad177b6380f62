package dev.portolan.ingestion.descriptor.format.terraform;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who owns a resource, as its tags say it. */
final class Ownership {
  /** The tag that is meant for the catalog. */
  static final String ANNOTATION = "portolan.dev/owner";

  private static final Set<String> KINDS = Set.of("group", "user");

  private Ownership() {}

  /**
   * The owner: of the tags {@code portolan.dev/owner}, {@code owner} and {@code team}, in whatever
   * case, the first that names a group or user.
   */
  static Optional<EntityRef> of(Map<String, String> tags) {
    Map<String, String> byKey = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byKey.putAll(tags);
    return Stream.of(ANNOTATION, "owner", "team")
        .flatMap(key -> Stream.ofNullable(byKey.get(key)))
        .flatMap(value -> reference(value).stream())
        .findFirst();
  }

  private static Optional<EntityRef> reference(String value) {
    try {
      EntityRef owner = EntityRef.parse(value, "Group", EntityRef.DEFAULT_NAMESPACE);
      return Optional.of(owner).filter(ref -> KINDS.contains(ref.kind()));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
