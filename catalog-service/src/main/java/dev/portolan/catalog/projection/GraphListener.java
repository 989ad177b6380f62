package dev.portolan.catalog.projection;

/** Follows what is written to the graph, one batch after the other. */
public interface GraphListener {
  /**
   * That this was written.
   *
   * @param turn the number of the write: where it is not one more than before, others wrote too
   */
  void written(long turn, GraphDifference difference);

  /** That something may have been written, and nobody can say what. */
  void lostTrack();
}
