package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.projection.Facts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One instance of facts for all entities of which they are true: there are few owners and systems,
 * and questions look at each instance once.
 */
final class SharedFacts {
  private final Map<Facts, Facts> instances = new ConcurrentHashMap<>();

  Facts of(Facts facts) {
    Facts known = instances.putIfAbsent(facts, facts);
    return known == null ? facts : known;
  }
}
