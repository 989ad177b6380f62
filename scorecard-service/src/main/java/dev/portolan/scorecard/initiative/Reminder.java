package dev.portolan.scorecard.initiative;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InitiativeReminder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whom to remind of an initiative, and of what. */
public final class Reminder {
  private Reminder() {}

  /** When its owners are reminded, by the days that are then left; nobody of one that is over. */
  public static Map<Integer, Instant> times(Initiative initiative) {
    Map<Integer, Instant> times = new TreeMap<>();
    Instant deadline = initiative.deadline();
    if (deadline != null && !initiative.ended()) {
      initiative
          .remindDays()
          .forEach(days -> times.put(days, deadline.minus(days, ChronoUnit.DAYS)));
      times.put(0, deadline);
    }
    return times;
  }

  /** One to each owner who has something to do; what nobody owns goes to the initiative's owner. */
  public static List<InitiativeReminder> of(
      Initiative initiative, int daysLeft, Collection<Remainder> open, Instant at) {
    Map<EntityRef, List<InitiativeReminder.Open>> byOwner = new TreeMap<>();
    for (Remainder remainder : open) {
      InitiativeReminder.Open task =
          new InitiativeReminder.Open(remainder.entity(), remainder.rules());
      owners(initiative, remainder)
          .forEach(owner -> byOwner.computeIfAbsent(owner, _ -> new ArrayList<>()).add(task));
    }
    Instant deadline = initiative.deadline();
    return deadline == null
        ? List.of()
        : byOwner.entrySet().stream()
            .map(
                each ->
                    new InitiativeReminder(
                        initiative.scorecard().ref(),
                        initiative.scorecard().title(),
                        deadline,
                        daysLeft,
                        each.getKey(),
                        List.copyOf(each.getValue()),
                        at))
            .toList();
  }

  private static List<EntityRef> owners(Initiative initiative, Remainder remainder) {
    EntityRef owner = initiative.scorecard().owner();
    return remainder.owners().isEmpty() && owner != null ? List.of(owner) : remainder.owners();
  }
}
