package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.catalog.projection.HeldGraph;
import dev.portolan.events.EntityChanged;
import java.util.List;
import org.neo4j.driver.SimpleQueryRunner;

/** Brings changes into a graph: reads what it holds, compares, and writes only the difference. */
public final class GraphUpdate {
  private GraphUpdate() {}

  /**
   * Does so in a transaction of which nothing but the graph's queries is run here.
   *
   * @param graph runs queries about the graph that is meant
   * @param changes at most one for each entity
   * @return what was written
   */
  public static GraphDifference apply(SimpleQueryRunner graph, List<EntityChanged> changes) {
    HeldGraphReader reader = new HeldGraphReader(graph);
    HeldGraph nodes = reader.nodes(changes);
    List<EntityChanged> news = nodes.news(changes);
    HeldGraph known = nodes.of(news);
    HeldGraph held = new HeldGraph(known.nodes(), reader.edges(known.incomingEdges(news)));
    GraphDifference difference = GraphDifference.between(held, news);
    new GraphDifferenceWriter(graph).write(difference);
    return difference;
  }
}
