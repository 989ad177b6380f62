package dev.portolan.catalog.intake.kafka;

import dev.portolan.catalog.intake.ReaderShare;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.stereotype.Component;

/** Tells whether all partitions of the topic are ours. */
@Component
class ShareOfPartitions implements KafkaBindingRebalanceListener {
  private final ReaderShare share;
  private final IntakeProperties properties;

  ShareOfPartitions(ReaderShare share, IntakeProperties properties) {
    this.share = share;
    this.properties = properties;
  }

  @Override
  public void onPartitionsAssigned(
      String bindingName,
      Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions,
      boolean initial) {
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
    share.isIdle();
  }
}
