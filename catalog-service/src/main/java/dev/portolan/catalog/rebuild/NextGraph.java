package dev.portolan.catalog.rebuild;

import dev.portolan.catalog.intake.Projection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The graph that is built beside the live one. Changes are applied to it as to any other. */
public interface NextGraph extends Projection {
  /** Whether nothing stands beside the live graph. */
  boolean isEmpty();

  /** Removes whatever stands beside the live graph, in bounded portions. */
  void clear();

  /** The references at which the two graphs differ, while both of them go on. */
  Set<String> differing();

  /**
   * Lets this graph take the live one's place. No change is applied to the live graph meanwhile.
   *
   * @param suspects the references to compare: at all others the two are alike
   * @param readOn brings this graph to the positions at which the live one is, exactly
   * @return how they differed at those positions
   */
  Comparison takeOver(Set<String> suspects, Consumer<Map<String, Long>> readOn);

  /** How the two would differ at {@link #takeOver}; the live graph stays. */
  Comparison compare(Set<String> suspects, Consumer<Map<String, Long>> readOn);
}
