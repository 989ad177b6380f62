package dev.portolan.scorecard.graph;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationType;
import dev.portolan.events.RelationTypes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What an entity states of trouble, one int for each: the other's number, and which way it goes.
 */
final class Statements {
  private static final int TO_OTHER = 1;

  /** By the names of the relation types that carry trouble, stored and inverse: whether away. */
  private final Map<String, Integer> ways = new HashMap<>();

  Statements(RelationTypes types) {
    types.toSource().forEach(type -> ways.put(type, 0));
    types.toTarget().forEach(type -> ways.put(type, TO_OTHER));
    for (RelationType type : RelationType.builtIn()) {
      Integer way = ways.get(type.name());
      if (way != null) {
        ways.put(type.inverse(), TO_OTHER - way);
      }
    }
  }

  /** In order and each once, so that the same statements are equal. */
  int[] of(int self, Collection<Relation> relations, ToIntFunction<EntityRef> number) {
    return relations.stream()
        .filter(relation -> ways.containsKey(relation.type()))
        .mapToInt(
            relation ->
                number.applyAsInt(relation.target()) << 1 | ways.getOrDefault(relation.type(), 0))
        .filter(statement -> other(statement) != self)
        .sorted()
        .distinct()
        .toArray();
  }

  /** To whom or from whom trouble goes. */
  static int other(int statement) {
    return statement >> 1;
  }

  /** Tells of the steps of trouble. */
  static void each(int self, int[] statements, Adjacency.StepConsumer step) {
    for (int statement : statements) {
      if ((statement & TO_OTHER) != 0) {
        step.accept(self, other(statement));
      } else {
        step.accept(other(statement), self);
      }
    }
  }
}
