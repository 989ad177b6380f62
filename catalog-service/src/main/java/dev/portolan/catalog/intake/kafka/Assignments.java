package dev.portolan.catalog.intake.kafka;

import dev.portolan.catalog.intake.ReaderShare;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;

/**
 * Hears which partitions come and go: has them read from where the store is, and tells whether all
 * of the topic's are ours. One listener for both, because Spring Cloud Stream tells only one.
 */
class Assignments implements KafkaBindingRebalanceListener {
  private final Rewind rewind;
  private final ReaderShare share;
  private final IntakeProperties properties;

  Assignments(Rewind rewind, ReaderShare share, IntakeProperties properties) {
    this.rewind = rewind;
    this.share = share;
    this.properties = properties;
  }

  @Override
  public void onPartitionsAssigned(
      String bindingName,
      Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions,
      boolean initial) {
    rewind.assigned(consumer, partitions);
    int all = consumer.partitionsFor(properties.topic()).size();
    if (consumer.assignment().size() == all) {
      share.isSole();
    } else {
      share.isShared();
    }
  }

  @Override
  public void onPartitionsRevokedAfterCommit(
      String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    share.isShared();
  }

  /** Comes from the container's own thread, as all of this does. */
  @EventListener
  public void onIdle(ListenerContainerIdleEvent event) {
    rewind.idle();
    share.isIdle();
  }
}
