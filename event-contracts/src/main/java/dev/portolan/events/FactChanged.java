package dev.portolan.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of an entity changed; the value of every record on {@link Topics#FACTS} but the
 * tombstones.
 *
 * <p>It carries the whole value after the change. A fact is of a reference: the entity may not
 * exist, not yet or not any more.
 *
 * @param entity the entity of which it is a fact
 * @param fact its name, such as {@code coverage}
 * @param version rises by one with each change of this fact of this entity, from 1, and survives
 *     its withdrawal
 * @param value any JSON value; null when the fact was withdrawn
 * @param source the source whose word the value is
 * @param observedAt when the source that caused the change said so
 * @param committedAt when the change was committed
 */
public record FactChanged(
    EntityRef entity,
    String fact,
    long version,
    @Nullable Object value,
    String source,
    Instant observedAt,
    Instant committedAt) {

  /** The CloudEvents type of this event. */
  public static final String TYPE = "catalog.fact-changed.v1";

  /**
   * Refuses a version that no fact has.
   *
   * @throws InvalidNameException when the fact's name breaks its rule
   */
  public FactChanged {
    NamingRule.FACT.check("fact", fact);
    if (version < 1) {
      throw new IllegalArgumentException(
          "The fact " + fact + " of " + entity + " has version " + version + "; the first is 1");
    }
  }

  /** The record's key, {@code <entity>|<fact>}. */
  public String key() {
    return entity + "|" + fact;
  }
}
