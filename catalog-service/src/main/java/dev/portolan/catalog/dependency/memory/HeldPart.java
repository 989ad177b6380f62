package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.HeldGraph;
import dev.portolan.catalog.projection.HeldNode;
import dev.portolan.events.EntityChanged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from a state what a comparison with changes needs: as Neo4j's, but without attributes. */
final class HeldPart {
  private final GraphState state;
  private final String[] types;

  private HeldPart(GraphState state) {
    this.state = state;
    this.types = state.types().texts();
  }

  /** The part that the changes touch. */
  static HeldGraph of(GraphState state, List<EntityChanged> changes) {
    HeldPart part = new HeldPart(state);
    Map<String, HeldNode> nodes = new HashMap<>();
    for (EntityChanged change : changes) {
      Node node = state.at(change.ref().toString());
      if (node != null) {
        nodes.put(node.ref(), part.held(node));
      }
    }
    HeldGraph held = new HeldGraph(nodes);
    Map<Edge, Declarations> incoming = new HashMap<>();
    for (Edge edge : held.incomingEdges(changes)) {
      Node source = state.at(edge.source());
      Declarations declarations = source == null ? null : part.outgoing(source).get(edge);
      if (declarations != null) {
        incoming.put(edge, declarations);
      }
    }
    return new HeldGraph(nodes, incoming);
  }

  private HeldNode held(Node node) {
    Set<Edge> declaredAsTarget = new HashSet<>();
    Links incoming = node.incoming();
    for (int i = 0; i < incoming.size(); i++) {
      if (incoming.declarations(i).byTarget() != null) {
        declaredAsTarget.add(
            new Edge(state.ref(incoming.node(i)), types[incoming.type(i)], node.ref()));
      }
    }
    return new HeldNode(node.version(), outgoing(node), declaredAsTarget);
  }

  private Map<Edge, Declarations> outgoing(Node node) {
    Map<Edge, Declarations> outgoing = new HashMap<>();
    Links links = node.outgoing();
    for (int i = 0; i < links.size(); i++) {
      outgoing.put(
          new Edge(node.ref(), types[links.type(i)], state.ref(links.node(i))),
          links.declarations(i));
    }
    return outgoing;
  }
}
