package dev.portolan.catalog.projection;

import dev.portolan.catalog.projection.Edge.End;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.RelationType.Trouble;
import dev.portolan.events.RelationTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What to write so that the graph says what the changes say.
 *
 * @param created entities whose reference the graph does not know
 * @param updated entities whose reference it knows, be it that something points there
 * @param deleted entities that are gone; their version stays
 * @param placeholders references outside the batch that edges are about to point at
 * @param added edges that are new, with their declarations
 * @param redeclared edges whose declarations differ from those that are held
 * @param removed edges that nobody declares any more
 */
public record GraphDifference(
    List<EntityState> created,
    List<EntityState> updated,
    List<Deleted> deleted,
    Set<String> placeholders,
    Map<Edge, Declarations> added,
    Map<Edge, Declarations> redeclared,
    Set<Edge> removed) {

  /**
   * An entity as the graph has to hold it.
   *
   * @param declaredAsTarget the edges to it that it declares itself
   */
  public record EntityState(String ref, long version, Entity entity, Set<Edge> declaredAsTarget) {

    /** What is counted and selected by. */
    public Facts facts() {
      return Facts.of(entity);
    }

    /** Which way it says that trouble travels, if it defines a kind. */
    public Map<String, Trouble> trouble() {
      return RelationTypes.saidBy(entity);
    }
  }

  /** A reference at which nothing exists any more. */
  public record Deleted(String ref, long version) {}

  /**
   * Compares.
   *
   * @param held as far as the changes touch it
   * @param news changes above the held versions, at most one for each entity
   */
  public static GraphDifference between(HeldGraph held, List<EntityChanged> news) {
    List<EntityState> created = new ArrayList<>();
    List<EntityState> updated = new ArrayList<>();
    List<Deleted> deleted = new ArrayList<>();
    for (EntityChanged change : news) {
      String ref = change.ref().toString();
      Entity entity = change.entity();
      if (entity == null) {
        deleted.add(new Deleted(ref, change.version()));
      } else {
        Set<Edge> declaredAsTarget =
            new TreeSet<>(HeldGraph.declarations(ref, entity, End.TARGET).keySet());
        (held.nodes().containsKey(ref) ? updated : created)
            .add(new EntityState(ref, change.version(), entity, declaredAsTarget));
      }
    }
    Map<Edge, Declarations> added = new TreeMap<>();
    Map<Edge, Declarations> redeclared = new TreeMap<>();
    Set<Edge> removed = new TreeSet<>();
    declarationsAfter(held, news)
        .forEach(
            (edge, after) -> {
              Declarations before = held.declarations(edge);
              if (!after.exist()) {
                if (before.exist()) {
                  removed.add(edge);
                }
              } else if (!before.exist()) {
                added.put(edge, after);
              } else if (!before.equals(after)) {
                redeclared.put(edge, after);
              }
            });
    return new GraphDifference(
        created,
        updated,
        deleted,
        placeholders(added.keySet(), held, news),
        added,
        redeclared,
        removed);
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return created.isEmpty() && updated.isEmpty() && deleted.isEmpty();
  }

  /** All edges that the changes withdraw or declare, with what is declared afterwards. */
  private static Map<Edge, Declarations> declarationsAfter(
      HeldGraph held, List<EntityChanged> news) {
    Map<Edge, Declarations> after = new HashMap<>();
    for (EntityChanged change : news) {
      HeldNode node = held.nodes().get(change.ref().toString());
      if (node != null) {
        node.outgoing().keySet().forEach(edge -> declare(after, held, edge, End.SOURCE, null));
        node.declaredAsTarget().forEach(edge -> declare(after, held, edge, End.TARGET, null));
      }
    }
    for (EntityChanged change : news) {
      String ref = change.ref().toString();
      for (End end : End.values()) {
        HeldGraph.declarations(ref, change.entity(), end)
            .forEach((edge, attributes) -> declare(after, held, edge, end, attributes));
      }
    }
    return after;
  }

  private static void declare(
      Map<Edge, Declarations> after,
      HeldGraph held,
      Edge edge,
      End end,
      @Nullable String attributes) {
    Declarations before = after.getOrDefault(edge, held.declarations(edge));
    after.put(edge, before.with(end, attributes));
  }

  private static Set<String> placeholders(
      Set<Edge> added, HeldGraph held, List<EntityChanged> news) {
    Set<String> placeholders = new TreeSet<>();
    for (Edge edge : added) {
      placeholders.add(edge.source());
      placeholders.add(edge.target());
    }
    placeholders.removeAll(held.nodes().keySet());
    news.forEach(change -> placeholders.remove(change.ref().toString()));
    return placeholders;
  }
}
