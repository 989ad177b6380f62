package dev.portolan.scorecard.intake;

/** Work that changes which were taken from the topic have left behind. */
@FunctionalInterface
public interface Backlog {
  /** How much there is; 0 when all that the applied changes bring about is to be seen. */
  long outstanding();
}
