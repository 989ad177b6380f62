package dev.portolan.events;

import java.time.Instant;
import java.util.List;

/**
 * Somebody still has something to do for an initiative, and its date comes near or is over; the
 * value of every record on {@link Topics#REMINDERS}.
 *
 * @param initiative what is to be done, an entity of kind Initiative
 * @param title its title
 * @param deadline when it should be done
 * @param daysLeft how many days there are until then; 0 when it is over
 * @param owner who is reminded: the group or user that owns the entities
 * @param open what that owner has still to do
 * @param sentAt when the reminder was due and sent
 */
public record InitiativeReminder(
    EntityRef initiative,
    String title,
    Instant deadline,
    int daysLeft,
    EntityRef owner,
    List<Open> open,
    Instant sentAt) {

  /** The CloudEvents type of this event. */
  public static final String TYPE = "scorecard.initiative-reminder.v1";

  /** Takes an absent list for an empty one. */
  public InitiativeReminder {
    open = Absent.toEmpty(open);
  }

  /**
   * An entity with something left to do.
   *
   * @param entity which one
   * @param rules the ids of the initiative's rules that it does not keep
   */
  public record Open(EntityRef entity, List<String> rules) {
    /** Takes an absent list for an empty one. */
    public Open {
      rules = Absent.toEmpty(rules);
    }
  }

  /** The record's key, {@code <initiative>|<owner>}. */
  public String key() {
    return initiative + "|" + owner;
  }
}
