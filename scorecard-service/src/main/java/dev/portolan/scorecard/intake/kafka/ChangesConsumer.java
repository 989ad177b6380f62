package dev.portolan.scorecard.intake.kafka;

import dev.portolan.scorecard.intake.ChangeBatch;
import dev.portolan.scorecard.intake.Intake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes the records of one poll; their offsets are committed when it returns. */
final class ChangesConsumer<C> implements Consumer<List<ConsumerRecord<byte[], byte[]>>> {
  private final Intake<C> intake;
  private final KafkaDeadLetters deadLetters;
  private final IntakeMetrics metrics;
  private final BatchTracing tracing;

  ChangesConsumer(
      Intake<C> intake, KafkaDeadLetters deadLetters, IntakeMetrics metrics, BatchTracing tracing) {
    this.intake = intake;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.tracing = tracing;
  }

  @Override
  public void accept(List<ConsumerRecord<byte[], byte[]>> records) {
    List<byte @Nullable []> values = new ArrayList<>(records.size());
    records.forEach(record -> values.add(record.value()));
    ChangeBatch<C> batch = intake.read(values);
    tracing.around(
        records,
        () ->
            intake.apply(
                batch,
                letters -> {
                  deadLetters.setAside(records, letters);
                  metrics.setAside(letters.size());
                }));
    metrics.applied(
        records.size(),
        batch.changes().stream().map(each -> intake.committedAt(each.change())).toList());
  }
}
