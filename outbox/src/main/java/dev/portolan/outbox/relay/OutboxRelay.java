package dev.portolan.outbox.relay;

import dev.portolan.outbox.OutboxProperties;
import dev.portolan.outbox.relay.RelayStatus.Phase;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries the outbox to Kafka for as long as the service runs: takes the lock, or stands by until
 * it is free, carries, and begins again after a pause when anything fails.
 */
final class OutboxRelay implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration STANDBY = Duration.ofSeconds(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Database database;
  private final OutboxProperties outbox;
  private final EventRecords records;
  private final WantedTopics topics;
  private final RelayStatusBoard board;
  private final ReplicationSlot slot;
  private volatile @Nullable Thread thread;

  OutboxRelay(
      Database database,
      OutboxProperties outbox,
      EventRecords records,
      WantedTopics topics,
      ReplicationSlot slot,
      RelayStatusBoard board) {
    this.database = database;
    this.outbox = outbox;
    this.records = records;
    this.topics = topics;
    this.slot = slot;
    this.board = board;
  }

  @Override
  public synchronized void start() {
    if (thread == null) {
      // Known before it runs: a thread that is not this field's takes itself for stopped.
      Thread relay = Thread.ofPlatform().name("outbox-relay").daemon().unstarted(this::run);
      thread = relay;
      relay.start();
    }
  }

  /** Returns when the relay has let go of everything; what it has not sent waits in the table. */
  @Override
  public synchronized void stop() {
    Thread running = thread;
    thread = null;
    boolean interrupted = false;
    while (running != null && running.isAlive()) {
      running.interrupt();
      try {
        running.join(STANDBY);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    board.enter(Phase.STOPPED);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Before the web server starts, and after it has stopped. */
  @Override
  public int getPhase() {
    return 0;
  }

  private boolean isStopping() {
    return thread != Thread.currentThread();
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    String said = "";
    while (!isStopping()) {
      try {
        board.enter(Phase.STARTING);
        turn();
        pause = FIRST_PAUSE;
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        if (isStopping()) {
          return;
        }
        String reason = String.valueOf(e.getMessage());
        if (board.status().phase() == Phase.RELAYING) {
          pause = FIRST_PAUSE;
        }
        board.enter(Phase.FAILING, reason);
        if (!reason.equals(said)) {
          LOG.warn("The outbox of {} is not carried: {}. Trying on", database, reason);
          LOG.debug("The cause", e);
          said = reason;
        }
      }
      pause = sleep(pause);
    }
  }

  private Duration sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration next = pause.multipliedBy(2);
    return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }

  private void turn() throws InterruptedException, SQLException {
    try (RelayLock lock = RelayLock.open(database, slot.name())) {
      await(lock);
      try (LockWatch watch = new LockWatch(lock)) {
        carry(lock);
        if (watch.lost()) {
          throw new RelayException("The session with PostgreSQL is lost");
        }
      }
    }
  }

  private void await(RelayLock lock) throws InterruptedException {
    if (lock.tryTake()) {
      return;
    }
    board.enter(Phase.STANDING_BY);
    LOG.info("Another instance carries the outbox of {}; standing by", database);
    do {
      Thread.sleep(STANDBY);
    } while (!lock.tryTake());
    board.enter(Phase.STARTING);
  }

  private void carry(RelayLock lock) throws InterruptedException {
    topics.ensure();
    slot.prepare(lock.session());
    String schema =
        lock.session()
            .sql(
                "select relnamespace::regnamespace::text from pg_class where oid = 'outbox'::regclass")
            .query(String.class)
            .single();
    try (RecordSender sender = new RecordSender(outbox, records, board)) {
      LOG.info("Carrying the outbox of {} to Kafka at {}", database, outbox.kafka());
      new RelayTurn(new WaitingRows(lock.session()), sender, board)
          .carry(new ChangeStream(database, schema, slot, outbox));
    }
  }
}
