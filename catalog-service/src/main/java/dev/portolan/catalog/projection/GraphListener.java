package dev.portolan.catalog.projection;

/** Follows what is written to the graph, one batch after the other. */
public interface GraphListener {
  /** That this was written, and nothing else since the last call. */
  void written(GraphDifference difference);

  /** That something may have been written, and nobody can say what. */
  void lostTrack();
}
