package dev.portolan.search.intake.kafka;

import dev.portolan.events.Topics;
import dev.portolan.search.intake.Beginnings;
import dev.portolan.search.intake.Intake;
import dev.portolan.search.intake.Projection;
import dev.portolan.search.intake.Replay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  /** The name of this bean is the name of the binding in application.yml. */
  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> entityChanges(
      Projection projection,
      KafkaTemplate<byte[], byte[]> kafka,
      KafkaAdmin admin,
      IntakeProperties properties,
      MeterRegistry registry,
      Clock clock,
      Tracer tracer,
      Propagator propagator) {
    return new EntityChangesConsumer(
        new Intake(projection),
        new KafkaDeadLetters(
            kafka, admin, Topics.deadLetters(properties.topic(), properties.reader())),
        new IntakeMetrics(registry, clock),
        new BatchTracing(tracer, propagator));
  }

  /** Reads as the reader itself does, without a group: nobody commits for it. */
  @Bean
  Replay.Source replays(KafkaProperties kafka, IntakeProperties properties, IntakeLag lag) {
    Map<String, Object> settings = kafka.buildConsumerProperties();
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return from ->
        KafkaReplay.of(
            new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            properties.topic(),
            from,
            lag);
  }

  /** The name of this bean is said in application.yml. */
  @Bean
  RecordBatchConverter recordBatchConverter() {
    return new RecordBatchConverter();
  }

  @Bean
  ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retryForEver() {
    return (container, destination, group) -> container.setCommonErrorHandler(retrying());
  }

  /**
   * What reaches the container is no record's fault: the store is away, or Kafka does not take a
   * dead letter. So the batch is tried again for as long as it takes. Without the classification
   * Spring would log some exceptions and drop the batch.
   */
  private static DefaultErrorHandler retrying() {
    ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
    handler.setClassifications(Map.of(), true);
    handler.setRetryListeners(new RetryLog());
    return handler;
  }

  @Bean
  IntakeStart intakeStart(
      Projection projection, BindingsLifecycleController bindings, Rewind rewind) {
    return new IntakeStart(projection, bindings, "entityChanges-in-0", rewind);
  }

  @Bean
  Rewind rewind(Beginnings beginnings) {
    return new Rewind(beginnings);
  }

  @Bean
  IntakeLag intakeLag(
      KafkaAdmin admin,
      IntakeProperties properties,
      Beginnings beginnings,
      MeterRegistry registry) {
    IntakeLag lag =
        new IntakeLag(Admin.create(admin.getConfigurationProperties()), properties, beginnings);
    Gauge.builder("portolan.intake.lag", lag, IntakeLag::records)
        .description("Records on the topic that are not applied yet")
        .register(registry);
    return lag;
  }
}
