package dev.portolan.search.audit;

import java.util.Collection;
import java.util.Map;

/** Which of some entities an index holds. */
@FunctionalInterface
public interface HeldSample {
  /**
   * The versions of those that it holds, whether they can be searched yet or not.
   *
   * @throws dev.portolan.search.intake.StoreUnavailableException when the index is away
   */
  Map<String, Long> versions(Collection<String> refs);
}
