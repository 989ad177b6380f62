package dev.portolan.ingestion.fact;

import dev.portolan.events.EntityRef;
import java.util.Comparator;

/**
 * Which fact of which entity; in an order that all who write facts share.
 *
 * @param entity the entity, which may not exist
 * @param name such as {@code coverage}
 */
public record FactKey(EntityRef entity, String name) implements Comparable<FactKey> {
  private static final Comparator<FactKey> ORDER =
      Comparator.comparing(FactKey::entity).thenComparing(FactKey::name);

  @Override
  public int compareTo(FactKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return name + " of " + entity;
  }
}
