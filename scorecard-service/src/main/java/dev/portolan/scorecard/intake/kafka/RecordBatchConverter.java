package dev.portolan.scorecard.intake.kafka;

import java.lang.reflect.Type;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * Hands the records of a poll on as they are.
 *
 * <p>The default converter takes them apart into parallel lists of values, keys, offsets and mapped
 * headers; a dead letter would have to be put together again from those.
 */
final class RecordBatchConverter implements BatchMessageConverter {

  @Override
  public Message<?> toMessage(
      List<ConsumerRecord<?, ?>> records,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> consumer,
      @Nullable Type type) {
    return new GenericMessage<>(records);
  }

  @Override
  public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
    throw new UnsupportedOperationException("This converter only reads");
  }
}
