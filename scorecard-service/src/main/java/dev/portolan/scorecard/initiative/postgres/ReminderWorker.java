package dev.portolan.scorecard.initiative.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.postgres.Aftermath;
import dev.portolan.scorecard.evaluation.postgres.Background;
import dev.portolan.scorecard.initiative.Initiative;
import dev.portolan.scorecard.initiative.Initiative.Status;
import dev.portolan.scorecard.initiative.Remainder;
import dev.portolan.scorecard.initiative.Reminder;
import dev.portolan.scorecard.initiative.Reminders;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those who have something to do, each time once. A reminder whose time passed more than a
 * day ago is not caught up on: it would say what is not true any more.
 */
@Component
class ReminderWorker extends Background implements Aftermath {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  /** Before an initiative was held against all it would seem that nothing is open. */
  private static final Duration UNTIL_EVALUATED = Duration.ofSeconds(1);

  private static final Duration TOO_LATE = Duration.ofDays(1);
  private static final int PAGE = 1_000;

  private static final String CLAIM =
      """
      INSERT INTO reminder (initiative, deadline, days_left, sent_at) VALUES (?, ?, ?, ?)
          ON CONFLICT DO NOTHING
      """;

  private final TransactionTemplate transaction;
  private final JdbcTemplate jdbc;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Clock clock;

  ReminderWorker(
      TransactionTemplate transaction,
      JdbcTemplate jdbc,
      Initiatives initiatives,
      Reminders reminders,
      Clock clock) {
    super("reminding");
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.clock = clock;
  }

  @Override
  protected Duration work() {
    Instant now = clock.instant();
    Duration next = LOOK_AGAIN;
    for (Initiative initiative : initiatives.all()) {
      if (!initiatives.isEvaluated(initiative.scorecard().ref())) {
        next = UNTIL_EVALUATED;
        continue;
      }
      long open = initiatives.progress(initiative.scorecard().ref()).open();
      Status status = initiative.status(now, open);
      if (status == Status.IN_PROGRESS || status == Status.DELAYED) {
        for (var time : Reminder.times(initiative).entrySet()) {
          Duration wait = Duration.between(now, time.getValue());
          if (wait.isPositive()) {
            next = wait.compareTo(next) < 0 ? wait : next;
          } else if (wait.negated().compareTo(TOO_LATE) < 0) {
            remind(initiative, time.getKey(), now);
          }
        }
      }
    }
    return next;
  }

  private void remind(Initiative initiative, int daysLeft, Instant now) {
    Instant deadline = initiative.deadline();
    EntityRef ref = initiative.scorecard().ref();
    if (deadline == null) {
      return;
    }
    transaction.executeWithoutResult(
        _ -> {
          int claimed =
              jdbc.update(
                  CLAIM, ref.toString(), Timestamp.from(deadline), daysLeft, Timestamp.from(now));
          if (claimed > 0) {
            reminders.send(Reminder.of(initiative, daysLeft, open(ref), now));
          }
        });
  }

  private List<Remainder> open(EntityRef initiative) {
    List<Remainder> all = new ArrayList<>();
    String after = "";
    while (true) {
      List<Remainder> page = initiatives.open(initiative, Optional.empty(), after, PAGE);
      all.addAll(page);
      if (page.size() < PAGE) {
        return all;
      }
      after = page.getLast().entity().toString();
    }
  }

  @Override
  public void wake(boolean defined) {
    if (defined) {
      wake();
    }
  }
}
