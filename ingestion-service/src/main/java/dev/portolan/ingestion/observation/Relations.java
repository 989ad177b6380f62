package dev.portolan.ingestion.observation;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The relations of one entity: one of a type to each target, in the order of type and target. */
public final class Relations {
  private static final Comparator<Relation> ORDER =
      Comparator.comparing(Relation::type)
          .thenComparing(relation -> relation.target().kind())
          .thenComparing(relation -> relation.target().namespace())
          .thenComparing(relation -> relation.target().name());

  private Relations() {}

  /** Puts relations in order; of several to one target the first stands of which more is said. */
  static List<Relation> of(Collection<Relation> said) {
    Map<List<Object>, Relation> relations = new HashMap<>();
    for (Relation relation : said) {
      relations.merge(
          List.of(relation.type(), relation.target()),
          relation,
          (one, other) -> one.attributes().isEmpty() ? other : one);
    }
    return relations.values().stream().sorted(ORDER).toList();
  }

  /** The relations with other targets. */
  public static List<Relation> each(List<Relation> relations, UnaryOperator<EntityRef> target) {
    return of(
        relations.stream()
            .map(
                relation ->
                    of(relation.type(), target.apply(relation.target()), relation.attributes()))
            .toList());
  }

  /** A relation of which more is said. */
  // The class file of a record with a compact constructor loses the annotation of the values.
  @SuppressWarnings("NullAway")
  static Relation of(String type, EntityRef target, Map<String, @Nullable Object> attributes) {
    return new Relation(type, target, attributes);
  }
}
