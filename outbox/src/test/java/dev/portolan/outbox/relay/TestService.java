package dev.portolan.outbox.relay;

import static org.awaitility.Awaitility.await;

import dev.portolan.outbox.Outbox;
import dev.portolan.outbox.OutboxEvent;
import dev.portolan.outbox.relay.RelayStatus.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An instance of a service that has an outbox. */
final class TestService implements AutoCloseable {
  private static final int PARTITIONS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {
    @Bean
    NewTopic topic(@Value("${test.topic}") String topic) {
      return new NewTopic(topic, PARTITIONS, (short) 1);
    }
  }

  private final ConfigurableApplicationContext context;

  private TestService(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static TestService start(Map<String, String> settings) {
    Map<String, Object> all = new TreeMap<>(settings);
    all.put("spring.application.name", "test-service");
    all.put("spring.main.banner-mode", "off");
    all.put("spring.datasource.hikari.maximum-pool-size", "4");
    all.put("spring.flyway.locations", "classpath:dev/portolan/outbox/migration");
    return new TestService(
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties(all)
            .run());
  }

  /** Publishes in a transaction of its own. */
  void publish(List<OutboxEvent> events) {
    transaction().executeWithoutResult(status -> outbox().publish(events));
  }

  TransactionTemplate transaction() {
    return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  Outbox outbox() {
    return context.getBean(Outbox.class);
  }

  JdbcClient database() {
    return context.getBean(JdbcClient.class);
  }

  String slot() {
    return context.getBean(ReplicationSlot.class).name();
  }

  RelayStatus status() {
    return context.getBean(RelayStatusBoard.class).status();
  }

  OutboxRelay relay() {
    return context.getBean(OutboxRelay.class);
  }

  void awaitRelaying() {
    await().atMost(PATIENCE).until(() -> status().phase() == Phase.RELAYING);
  }

  void awaitNothingWaiting() {
    await().atMost(PATIENCE).until(() -> outbox().waiting() == 0);
  }

  /** Takes the slot away, as a server does that has lost it; the relay must have stopped. */
  void dropSlot() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                database()
                    .sql(
                        """
                        select count(*) = 0 from pg_replication_slots
                        where slot_name = :slot and active
                        """)
                    .param("slot", slot())
                    .query(Boolean.class)
                    .single());
    database()
        .sql(
            """
            select pg_drop_replication_slot(slot_name)
            from pg_replication_slots where slot_name = :slot
            """)
        .param("slot", slot())
        .query()
        .listOfRows();
  }

  void closeAndDropSlot() {
    if (context.isActive()) {
      relay().stop();
      dropSlot();
    }
    close();
  }

  @Override
  public void close() {
    context.close();
  }
}
