package dev.portolan.search.intake.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/** Says in one line each time that a batch was not applied and is tried again. */
final class RetryLog implements RetryListener {
  private static final Logger log = LoggerFactory.getLogger(RetryLog.class);

  @Override
  public void failedDelivery(
      ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
    log.warn("A record could not be applied; trying again ({}): {}", attempt, reason(failure));
  }

  @Override
  public void failedDelivery(ConsumerRecords<?, ?> records, Exception failure, int attempt) {
    log.warn(
        "A batch of {} records could not be applied; trying again ({}): {}",
        records.count(),
        attempt,
        reason(failure));
  }

  private static String reason(@Nullable Exception failure) {
    return failure == null
        ? "unknown"
        : NestedExceptionUtils.getMostSpecificCause(failure).toString();
  }
}
