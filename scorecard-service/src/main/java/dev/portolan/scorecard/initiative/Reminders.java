package dev.portolan.scorecard.initiative;

import dev.portolan.events.InitiativeReminder;
import java.util.List;

/** Where reminders go. */
@FunctionalInterface
public interface Reminders {
  /** Sends them in the transaction that notes that they were sent. */
  void send(List<InitiativeReminder> reminders);
}
