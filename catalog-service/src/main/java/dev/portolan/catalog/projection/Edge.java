package dev.portolan.catalog.projection;

import dev.portolan.events.Relation;
import dev.portolan.events.RelationType;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A relation as the graph holds it: once, in its stored direction.
 *
 * @param source the reference of the entity from which it goes
 * @param type the stored name of the relation's type, such as {@code dependsOn}
 * @param target the reference to which it goes; nothing need exist there
 */
public record Edge(String source, String type, String target) implements Comparable<Edge> {
  private static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::source).thenComparing(Edge::type).thenComparing(Edge::target);

  private static final Map<String, String> STORED_NAMES =
      RelationType.builtIn().stream()
          .collect(Collectors.toMap(RelationType::inverse, RelationType::name));

  /** From which of its ends a relation is declared. */
  public enum End {
    SOURCE,
    TARGET
  }

  /** A declaration: the edge, and the end at which it is made. */
  public record Declared(Edge edge, End by) {}

  /**
   * What an entity declares with a relation: {@code hasMember} is {@code memberOf}, declared by its
   * target.
   */
  public static Declared of(String entity, Relation relation) {
    String other = relation.target().toString();
    String stored = STORED_NAMES.get(relation.type());
    return stored == null
        ? new Declared(new Edge(entity, relation.type(), other), End.SOURCE)
        : new Declared(new Edge(other, stored, entity), End.TARGET);
  }

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }
}
