package dev.portolan.catalog.projection;

import java.util.Map;

/** Follows what is written to the graph, one batch after the other. */
public interface GraphListener {
  /**
   * That this was written.
   *
   * @param turn the number of the write: where it is not one more than before, others wrote too
   * @param advanced the partitions of the topic that are farther now, with the offsets of what
   *     comes next
   */
  void written(long turn, Map<String, Long> advanced, GraphDifference difference);

  /** That another graph took this one's place, which may say something else. */
  void replaced();

  /** That something may have been written, and nobody can say what. */
  void lostTrack();
}
