package dev.portolan.scorecard.initiative.kafka;

import dev.portolan.events.InitiativeReminder;
import dev.portolan.outbox.Outbox;
import dev.portolan.outbox.OutboxEvent;
import dev.portolan.scorecard.initiative.Reminders;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Publishes reminders with the transaction that notes that they were sent. */
@Component
class OutboxReminders implements Reminders {
  private final Outbox outbox;
  private final RemindersTopic reminders;
  private final JsonMapper json;

  OutboxReminders(Outbox outbox, RemindersTopic reminders, JsonMapper json) {
    this.outbox = outbox;
    this.reminders = reminders;
    this.json = json;
  }

  @Override
  public void send(List<InitiativeReminder> sent) {
    outbox.publish(
        sent.stream()
            .map(
                reminder ->
                    new OutboxEvent(
                        reminders.topic(),
                        reminder.key(),
                        InitiativeReminder.TYPE,
                        reminder.key(),
                        json.writeValueAsString(reminder),
                        reminder.sentAt(),
                        null))
            .toList());
  }
}
