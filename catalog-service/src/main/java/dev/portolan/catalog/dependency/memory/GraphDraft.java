package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.dependency.FactsTable;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.memory.Links.Link;
import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.Facts;
import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.catalog.projection.GraphDifference.Deleted;
import dev.portolan.catalog.projection.GraphDifference.EntityState;
import dev.portolan.events.RelationTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The next state in the making. Edges are gathered first, so that a hub is copied but once. */
public final class GraphDraft {
  private static final class Touched {
    final Map<Link, Declarations> addedOut = new HashMap<>();
    final Map<Link, Declarations> addedIn = new HashMap<>();
    final Set<Link> removedOut = new HashSet<>();
    final Set<Link> removedIn = new HashSet<>();
  }

  private final NodeTable before;
  private final Numbers refs;
  private final Numbers types;
  private final FactsTable table;
  private final KeyNodes keyNodes;
  private final Map<String, Long> position;
  private final Map<Integer, Node> changed = new HashMap<>();
  private final Map<Integer, Touched> touched = new HashMap<>();
  private RelationTypes knownTypes;

  private GraphDraft(
      GraphState state, Numbers refs, Numbers types, FactsTable table, KeyNodes keyNodes) {
    this.before = state.nodes();
    this.refs = refs;
    this.types = types;
    this.table = table;
    this.keyNodes = keyNodes;
    this.knownTypes = state.knownTypes();
    this.position = new TreeMap<>(state.position());
  }

  static GraphDraft empty() {
    return after(GraphState.empty());
  }

  static GraphDraft after(GraphState state) {
    return new GraphDraft(state, state.refs(), state.types(), state.table(), state.keyNodes());
  }

  /** A draft that leaves nothing behind in what the state shares with those that follow it. */
  static GraphDraft beside(GraphState state) {
    return new GraphDraft(
        state,
        state.refs().beside(state.nodes().size()),
        state.types().beside(),
        state.table().copy(),
        new KeyNodes());
  }

  GraphDraft with(GraphDifference difference) {
    difference.created().forEach(this::entity);
    difference.updated().forEach(this::entity);
    difference.deleted().forEach(this::gone);
    difference.removed().forEach(this::remove);
    difference.redeclared().keySet().forEach(this::remove);
    difference.redeclared().forEach(this::add);
    difference.added().forEach(this::add);
    return this;
  }

  private void entity(EntityState it) {
    node(it.ref(), it.version(), it.facts());
    knownTypes = knownTypes.with(it.ref(), it.trouble());
  }

  private void gone(Deleted it) {
    node(it.ref(), it.version(), null);
    knownTypes = knownTypes.with(it.ref(), Map.of());
  }

  /** Which way trouble travels, by all kinds that there are. */
  public void know(RelationTypes types) {
    knownTypes = types;
  }

  /** A reference, and what exists there: nothing when there are no facts. */
  public void node(String ref, long version, @Nullable Facts facts) {
    int number = number(ref);
    int shared = facts == null ? GraphView.NONE : table.give(facts);
    changed.put(number, node(number, ref).with(version, shared));
  }

  /** How far each partition of the topic was given to the store. */
  public void reached(Map<String, Long> advanced) {
    position.putAll(advanced);
  }

  /** An edge that is not there yet. */
  public void add(Edge edge, Declarations declarations) {
    Link link = new Link(number(edge.target()), types.give(edge.type()));
    int source = number(edge.source());
    touched(source).addedOut.put(link, declarations);
    touched(link.node()).addedIn.put(new Link(source, link.type()), declarations);
  }

  private void remove(Edge edge) {
    Link link = new Link(number(edge.target()), types.give(edge.type()));
    int source = number(edge.source());
    touched(source).removedOut.add(link);
    touched(link.node()).removedIn.add(new Link(source, link.type()));
  }

  GraphState finished() {
    touched.forEach(
        (number, it) -> {
          Node node = changed.containsKey(number) ? changed.get(number) : before.get(number);
          changed.put(
              number,
              node.with(
                  node.outgoing().changed(it.removedOut, it.addedOut),
                  node.incoming().changed(it.removedIn, it.addedIn)));
        });
    return new GraphState(
        before.with(changed, refs.size()),
        refs,
        types,
        table,
        keyNodes,
        knownTypes,
        Map.copyOf(position));
  }

  private int number(String ref) {
    int number = refs.give(ref);
    if (number >= before.size() && !changed.containsKey(number)) {
      changed.put(number, Node.pointedAt(ref));
    }
    return number;
  }

  private Node node(int number, String ref) {
    Node node = changed.get(number);
    if (node != null) {
      return node;
    }
    return number < before.size() ? before.get(number) : Node.pointedAt(ref);
  }

  private Touched touched(int number) {
    return touched.computeIfAbsent(number, n -> new Touched());
  }
}
