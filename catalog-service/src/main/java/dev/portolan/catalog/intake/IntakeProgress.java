package dev.portolan.catalog.intake;

import java.time.Instant;

/** Says how far the intake is. */
@FunctionalInterface
public interface IntakeProgress {
  /**
   * Whether everything that was published before that moment has been applied.
   *
   * @throws StoreUnavailableException when the topic or the store does not say how far it is
   */
  boolean hasAllBefore(Instant moment);
}
