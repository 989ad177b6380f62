package dev.portolan.catalog.intake.kafka;

import dev.portolan.catalog.intake.ChangeBatch;
import dev.portolan.catalog.intake.Intake;
import dev.portolan.catalog.intake.StoreBehindException;
import dev.portolan.catalog.intake.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the records of one poll; their offsets are committed when it returns. */
final class EntityChangesConsumer implements Consumer<List<ConsumerRecord<byte[], byte[]>>> {
  private static final Logger log = LoggerFactory.getLogger(EntityChangesConsumer.class);

  private final Intake intake;
  private final KafkaDeadLetters deadLetters;
  private final IntakeMetrics metrics;
  private final BatchTracing tracing;
  private final Rewind rewind;

  EntityChangesConsumer(
      Intake intake,
      KafkaDeadLetters deadLetters,
      IntakeMetrics metrics,
      BatchTracing tracing,
      Rewind rewind) {
    this.intake = intake;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.tracing = tracing;
    this.rewind = rewind;
  }

  @Override
  public void accept(List<ConsumerRecord<byte[], byte[]>> records) {
    List<byte @Nullable []> values = new ArrayList<>(records.size());
    records.forEach(record -> values.add(record.value()));
    ChangeBatch batch = ChangeBatch.read(values);
    List<Stretch> stretches = rewind.stretches(records);
    try {
      tracing.around(records, () -> apply(records, batch, stretches));
      rewind.applied(stretches);
      metrics.applied(records.size(), batch);
    } catch (StoreBehindException e) {
      // The batch comes again, after what is lacking. That its offsets are committed now does no
      // harm: who is assigned the partitions compares with the store.
      log.warn("{}; reading it again", e.getMessage());
      rewind.again();
    }
  }

  private void apply(
      List<ConsumerRecord<byte[], byte[]>> records, ChangeBatch batch, List<Stretch> stretches) {
    intake.apply(
        batch,
        stretches,
        letters -> {
          deadLetters.setAside(records, letters);
          metrics.setAside(letters.size());
        });
  }
}
