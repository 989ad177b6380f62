package dev.portolan.catalog.intake.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/**
 * Says in a line that a batch was not applied and is tried again: at once, and then about once a
 * minute.
 */
final class RetryLog implements RetryListener {
  /** The longest pause between two attempts is five seconds. */
  private static final int ATTEMPTS_A_MINUTE = 12;

  private static final Logger log = LoggerFactory.getLogger(RetryLog.class);

  @Override
  public void failedDelivery(
      ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
    say(1, failure, attempt);
  }

  @Override
  public void failedDelivery(ConsumerRecords<?, ?> records, Exception failure, int attempt) {
    say(records.count(), failure, attempt);
  }

  static boolean isWorthALine(int attempt) {
    return attempt == 1 || attempt % ATTEMPTS_A_MINUTE == 0;
  }

  private static void say(int records, @Nullable Exception failure, int attempt) {
    if (isWorthALine(attempt)) {
      log.warn(
          "{} records could not be applied, and are tried again until they are (attempt {}): {}",
          records,
          attempt,
          failure == null ? "unknown" : NestedExceptionUtils.getMostSpecificCause(failure));
    }
  }
}
