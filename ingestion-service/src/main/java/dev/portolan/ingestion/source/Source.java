package dev.portolan.ingestion.source;

import dev.portolan.events.NamingRule;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that says what exists.
 *
 * @param name as in the address; it keeps the rule of names
 * @param adapter what reads it; {@link #PUSH} when it speaks by itself
 * @param configuration what the adapter wants to know
 * @param schedule how long after one run of the adapter the next begins, at least {@link
 *     #SHORTEST_SCHEDULE}; null when it runs only when asked
 * @param priority how far it is believed: of two sources that contradict, the higher one is
 * @param hold when a full sync waits for a person before it retracts
 * @param webhook how others may tell that it has something new; null when they may not
 * @param lease how long what it pushes stands without being pushed again, at least {@link
 *     #SHORTEST_LEASE}; null for ever
 */
public record Source(
    String name,
    String adapter,
    Map<String, Object> configuration,
    @Nullable Duration schedule,
    int priority,
    HoldThreshold hold,
    @Nullable Webhook webhook,
    @Nullable Duration lease) {

  /** The adapter of a source that pushes: none. */
  public static final String PUSH = "push";

  /** The priority of a source that says nothing of its own. */
  public static final int DEFAULT_PRIORITY = 100;

  /** The priority of the source that repeats what was deleted: nobody believes it less. */
  public static final int RESTORED_PRIORITY = 0;

  /** Shorter ones would be a loop. */
  public static final Duration SHORTEST_SCHEDULE = Duration.ofSeconds(10);

  /** Shorter ones would run out while a push is under way. */
  public static final Duration SHORTEST_LEASE = Duration.ofMinutes(1);

  /**
   * Refuses a name that breaks the rule, a schedule that is too short, and whatever asks for a
   * reading of a source that is not read.
   *
   * @throws dev.portolan.events.InvalidNameException when the name breaks the rule of names
   * @throws IllegalArgumentException when anything else is wrong
   */
  public Source {
    checkName(name);
    if (schedule != null && schedule.compareTo(SHORTEST_SCHEDULE) < 0) {
      throw new IllegalArgumentException(
          "The schedule " + schedule + " is too short: it must be at least " + SHORTEST_SCHEDULE);
    }
    if (schedule != null && adapter.equals(PUSH)) {
      throw new IllegalArgumentException(
          "A source with the adapter push has nothing to run on a schedule: leave the schedule out,"
              + " or name another adapter");
    }
    if (webhook != null && adapter.equals(PUSH)) {
      throw new IllegalArgumentException(
          "A source with the adapter push has nothing to run when a webhook is called: leave the"
              + " webhook out, or name another adapter");
    }
    if (lease != null && !adapter.equals(PUSH)) {
      throw new IllegalArgumentException(
          "A source that is read says at each reading all that it has: leave the lease out, or take"
              + " the adapter push");
    }
    if (lease != null && lease.compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException(
          "The lease " + lease + " is too short: it must be at least " + SHORTEST_LEASE);
    }
  }

  /** Returns the name when it can be one of a source. */
  public static String checkName(String name) {
    return NamingRule.NAME.check("source", name);
  }
}
