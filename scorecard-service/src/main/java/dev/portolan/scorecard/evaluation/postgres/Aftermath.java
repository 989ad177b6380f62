package dev.portolan.scorecard.evaluation.postgres;

/** Work in the background that changes may have left. */
@FunctionalInterface
public interface Aftermath {
  /**
   * There may be something to do.
   *
   * @param defined whether scorecards or initiatives are among what changed
   */
  void wake(boolean defined);
}
