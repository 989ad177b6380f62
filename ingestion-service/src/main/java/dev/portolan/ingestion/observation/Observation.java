package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one source says about one entity.
 *
 * @param source the source's name
 * @param priority the source's priority: where two sources contradict, the higher one is believed
 * @param entity as the source describes it; its relations are not looked at, they follow from the
 *     merged spec
 * @param observedAt when the source first said exactly this
 * @param staleSince since when it has not said so again for longer than it was to; null while it is
 *     believed to say so still
 */
public record Observation(
    String source, int priority, Entity entity, Instant observedAt, @Nullable Instant staleSince) {

  /**
   * The built-in source that repeats what a deleted entity was, for as long as nobody else speaks
   * of it: whatever it says is dropped when another source says something.
   */
  public static final String RESTORED = "restored";

  /** What a source says now. */
  public Observation(String source, int priority, Entity entity, Instant observedAt) {
    this(source, priority, entity, observedAt, null);
  }

  /**
   * The order in which sources are believed: by priority, the highest first; between equals by
   * name, so that the outcome never depends on who came first.
   */
  public static final Comparator<Observation> BY_PRECEDENCE =
      Comparator.comparingInt(Observation::priority).reversed().thenComparing(Observation::source);
}
