package dev.portolan.scorecard.intake.kafka;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.FactChanged;
import dev.portolan.events.Topics;
import dev.portolan.scorecard.intake.EntityChangeFormat;
import dev.portolan.scorecard.intake.FactChangeFormat;
import dev.portolan.scorecard.intake.Intake;
import dev.portolan.scorecard.intake.Projection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  /** The name of this bean is the name of the binding in application.yml. */
  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> entityChanges(
      Projection<EntityChanged> projection, IntakeProperties properties, Surroundings around) {
    return around.consumer(
        new Intake<>(new EntityChangeFormat(), projection), properties.topic(), "entities");
  }

  /** The name of this bean is the name of the binding in application.yml. */
  @Bean
  Consumer<List<ConsumerRecord<byte[], byte[]>>> factChanges(
      Projection<FactChanged> projection, IntakeProperties properties, Surroundings around) {
    return around.consumer(
        new Intake<>(new FactChangeFormat(), projection), properties.factsTopic(), "facts");
  }

  /** What consumers need besides what they apply changes to. */
  @Component
  record Surroundings(
      KafkaTemplate<byte[], byte[]> kafka,
      KafkaAdmin admin,
      IntakeProperties properties,
      MeterRegistry registry,
      Clock clock,
      Tracer tracer,
      Propagator propagator) {

    <C> ChangesConsumer<C> consumer(Intake<C> intake, String topic, String name) {
      return new ChangesConsumer<>(
          intake,
          new KafkaDeadLetters(kafka, admin, Topics.deadLetters(topic, properties.reader())),
          new IntakeMetrics(registry, clock, name),
          new BatchTracing(tracer, propagator));
    }
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
    return handler;
  }

  @Bean
  IntakeLag entitiesLag(KafkaAdmin admin, IntakeProperties properties, MeterRegistry registry) {
    return lag(admin, properties.topic(), properties.group(), "entities", registry);
  }

  @Bean
  IntakeLag factsLag(KafkaAdmin admin, IntakeProperties properties, MeterRegistry registry) {
    return lag(admin, properties.factsTopic(), properties.factsGroup(), "facts", registry);
  }

  private static IntakeLag lag(
      KafkaAdmin admin, String topic, String group, String name, MeterRegistry registry) {
    IntakeLag lag = new IntakeLag(Admin.create(admin.getConfigurationProperties()), topic, group);
    Gauge.builder("portolan.intake.lag", lag, IntakeLag::records)
        .description("Records on the topic that are not applied yet")
        .tag("topic", name)
        .register(registry);
    return lag;
  }
}
