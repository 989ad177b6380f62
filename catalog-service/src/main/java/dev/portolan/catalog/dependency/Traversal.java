package dev.portolan.catalog.dependency;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.RelationType;
import dev.portolan.events.RelationType.Trouble;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which edges a search follows from a node.
 *
 * @param incoming the types of the edges that it follows to their source
 * @param outgoing the types of the edges that it follows to their target
 */
public record Traversal(Set<String> incoming, Set<String> outgoing) {
  private static final Map<String, RelationType> BUILT_IN =
      RelationType.builtIn().stream().collect(toMap(RelationType::name, Function.identity()));

  private static final Map<String, String> STORED_NAMES =
      RelationType.builtIn().stream().collect(toMap(RelationType::inverse, RelationType::name));

  /**
   * The traversal that answers a question.
   *
   * @param types stored or inverse names; null for all along which trouble travels. A type that is
   *     named although it carries no trouble, or of which no rule is known, is followed as if what
   *     refers to a thing depended on it
   * @param present the types of the edges that the graph holds
   * @throws InvalidQueryException when a name is of no type that is built in or present
   */
  public static Traversal of(
      Direction direction, @Nullable Collection<String> types, Collection<String> present) {
    Set<String> names =
        types == null ? Set.copyOf(RelationType.carryingTrouble()) : stored(types, present);
    Set<String> toTarget =
        names.stream()
            .filter(
                name ->
                    BUILT_IN.containsKey(name) && BUILT_IN.get(name).trouble() == Trouble.TO_TARGET)
            .collect(toUnmodifiableSet());
    Set<String> toSource =
        names.stream().filter(name -> !toTarget.contains(name)).collect(toUnmodifiableSet());
    return switch (direction) {
      case DEPENDENTS -> new Traversal(toSource, toTarget);
      case DEPENDENCIES -> new Traversal(toTarget, toSource);
    };
  }

  /** The same edges, followed to either end. */
  public Traversal bothWays() {
    Set<String> types = new HashSet<>(incoming);
    types.addAll(outgoing);
    return new Traversal(Set.copyOf(types), Set.copyOf(types));
  }

  /** The way back. */
  public Traversal reversed() {
    return new Traversal(outgoing, incoming);
  }

  private static Set<String> stored(Collection<String> types, Collection<String> present) {
    Set<String> names = new HashSet<>();
    for (String type : types) {
      String name = STORED_NAMES.getOrDefault(type, type);
      if (!BUILT_IN.containsKey(name) && !present.contains(name)) {
        Set<String> known = new TreeSet<>(BUILT_IN.keySet());
        known.addAll(present);
        throw new InvalidQueryException(
            "relationTypes names '%s', which is no relation type; there are %s"
                .formatted(type, String.join(", ", known)));
      }
      names.add(name);
    }
    return names;
  }
}
