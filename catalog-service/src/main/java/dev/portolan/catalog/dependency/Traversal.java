package dev.portolan.catalog.dependency;

import static java.util.stream.Collectors.toMap;

import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.RelationType;
import dev.portolan.events.RelationTypes;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which edges a search follows from a node.
 *
 * @param incoming the types of the edges that it follows to their source
 * @param outgoing the types of the edges that it follows to their target
 */
public record Traversal(Set<String> incoming, Set<String> outgoing) {
  private static final Map<String, String> STORED_NAMES =
      RelationType.builtIn().stream().collect(toMap(RelationType::inverse, RelationType::name));

  /** Along all types along which trouble travels. */
  public static Traversal ofTrouble(Direction direction, RelationTypes known) {
    return of(direction, known.toSource(), known.toTarget());
  }

  /**
   * The traversal that answers a question.
   *
   * @param types stored or inverse names; null for all along which trouble travels. A type that is
   *     named although it carries no trouble, or of which no rule is known, is followed as if what
   *     refers to a thing depended on it
   * @param present the types of the edges that the graph holds
   * @param known the types of which a rule is known
   * @throws InvalidQueryException when a name is of no type that is known or present
   */
  public static Traversal of(
      Direction direction,
      @Nullable Collection<String> types,
      Collection<String> present,
      RelationTypes known) {
    if (types == null) {
      return ofTrouble(direction, known);
    }
    Set<String> toSource = stored(types, present, known);
    Set<String> toTarget = new HashSet<>(toSource);
    toTarget.retainAll(known.toTarget());
    toSource.removeAll(toTarget);
    return of(direction, Set.copyOf(toSource), Set.copyOf(toTarget));
  }

  private static Traversal of(Direction direction, Set<String> toSource, Set<String> toTarget) {
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

  private static Set<String> stored(
      Collection<String> types, Collection<String> present, RelationTypes known) {
    Set<String> all = new TreeSet<>(known.ways().keySet());
    all.addAll(present);
    Set<String> names = new HashSet<>();
    for (String type : types) {
      String name = STORED_NAMES.getOrDefault(type, type);
      if (!all.contains(name)) {
        throw new InvalidQueryException(
            "relationTypes names '%s', which is no relation type; there are %s"
                .formatted(type, String.join(", ", all)));
      }
      names.add(name);
    }
    return names;
  }
}
