package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.dependency.FactsTable;
import dev.portolan.catalog.dependency.Traversal;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.RelationTypes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The graph after one batch and before the next. */
record GraphState(
    NodeTable nodes,
    Numbers refs,
    Numbers types,
    FactsTable table,
    KeyNodes keyNodes,
    RelationTypes knownTypes,
    Map<String, Long> position)
    implements WholeGraph {

  static GraphState empty() {
    return new GraphState(
        NodeTable.EMPTY,
        new Numbers(),
        new Numbers(),
        new FactsTable(),
        new KeyNodes(),
        RelationTypes.BUILT_IN,
        Map.of());
  }

  /** What the reference's number stands for; null when it has none here. */
  @Nullable Node at(String ref) {
    Integer number = refs.of(ref);
    return number == null || number >= nodes.size() ? null : nodes.get(number);
  }

  @Override
  public int node(String ref) {
    return there(refs.of(ref));
  }

  @Override
  public int nodeOfKey(int key) {
    return there(keyNodes.number(key, table, refs));
  }

  private int there(@Nullable Integer number) {
    return number == null || number >= nodes.size() || !nodes.get(number).isThere() ? NONE : number;
  }

  @Override
  public int size() {
    return nodes.size();
  }

  @Override
  public String ref(int node) {
    return nodes.get(node).ref();
  }

  @Override
  public int factsNumber(int node) {
    return nodes.get(node).facts();
  }

  @Override
  public long version(String ref) {
    Node node = at(ref);
    return node == null ? 0 : node.version();
  }

  @Override
  public Set<String> relationTypes() {
    return Set.of(types.texts());
  }

  @Override
  public WholeGraph supposing(List<EntityChanged> states) {
    return GraphDraft.beside(this)
        .with(GraphDifference.between(HeldPart.of(this, states), states))
        .finished();
  }

  @Override
  public void edges(int node, EdgeConsumer consumer) {
    Node at = nodes.get(node);
    String[] names = at.isThere() ? types.texts() : new String[0];
    Links out = at.outgoing();
    for (int i = 0; i < out.size(); i++) {
      consumer.accept(node, names[out.type(i)], out.node(i), out.declarations(i));
    }
    Links in = at.incoming();
    for (int i = 0; i < in.size(); i++) {
      consumer.accept(in.node(i), names[in.type(i)], node, in.declarations(i));
    }
  }

  @Override
  public void reach(int[] from, Traversal traversal, IntConsumer reached) {
    TypeSet incoming = wanted(traversal.incoming());
    TypeSet outgoing = wanted(traversal.outgoing());
    for (int start : from) {
      Node node = nodes.get(start);
      if (!incoming.isEmpty()) {
        node.incoming().each(incoming, reached);
      }
      if (!outgoing.isEmpty()) {
        node.outgoing().each(outgoing, reached);
      }
    }
  }

  @Override
  public void steps(int[] from, Traversal traversal, StepConsumer step) {
    TypeSet incoming = wanted(traversal.incoming());
    TypeSet outgoing = wanted(traversal.outgoing());
    for (int start : from) {
      Node node = nodes.get(start);
      IntConsumer end = to -> step.accept(start, to);
      node.incoming().each(incoming, end);
      node.outgoing().each(outgoing, end);
    }
  }

  private TypeSet wanted(Set<String> names) {
    boolean[] wanted = new boolean[types.size()];
    for (String name : names) {
      Integer type = types.of(name);
      if (type != null && type < wanted.length) {
        wanted[type] = true;
      }
    }
    return new TypeSet(wanted);
  }
}
