package dev.portolan.events;

/** The names of Portolan's topics. */
public final class Topics {
  /** Every change of every entity; compacted, keyed by the entity's reference. */
  public static final String ENTITIES = "catalog.entities.v1";

  /** Every change of every fact; compacted, keyed {@code <entity>|<fact>}. */
  public static final String FACTS = "catalog.facts.v1";

  /** Every change of a scorecard's result; compacted, keyed {@code <scorecard>|<entity>}. */
  public static final String SCORECARD_RESULTS = "scorecard.results.v1";

  /**
   * Who still has something to do for initiatives; kept for a time, keyed {@code
   * <initiative>|<owner>}.
   */
  public static final String REMINDERS = "scorecard.reminders.v1";

  private Topics() {}

  /** Where a reader sets aside the records of a topic that it cannot apply. */
  public static String deadLetters(String topic, String service) {
    return topic + "." + service + ".dlt";
  }
}
