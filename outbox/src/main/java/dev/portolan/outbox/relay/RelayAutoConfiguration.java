package dev.portolan.outbox.relay;

import dev.portolan.outbox.OutboxProperties;
import java.time.Clock;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The relay of a service's outbox, unless {@code portolan.outbox.relay} is false. */
@AutoConfiguration(after = JdbcClientAutoConfiguration.class)
@ConditionalOnProperty(name = "portolan.outbox.relay", havingValue = "true", matchIfMissing = true)
class RelayAutoConfiguration {
  private final Clock clock = Clock.systemUTC();

  @Bean
  RelayStatusBoard outboxRelayStatus() {
    return new RelayStatusBoard(clock);
  }

  @Bean
  ReplicationSlot outboxReplicationSlot(OutboxProperties outbox, JdbcConnectionDetails database) {
    return new ReplicationSlot(
        Objects.requireNonNullElseGet(
            outbox.slot(), () -> ReplicationSlot.nameFor(Database.of(database).name())));
  }

  @Bean
  OutboxRelay outboxRelay(
      OutboxProperties outbox,
      JdbcConnectionDetails database,
      ReplicationSlot slot,
      ObjectProvider<NewTopic> topics,
      RelayStatusBoard board,
      @Value("${spring.application.name:outbox}") String application) {
    String source = Objects.requireNonNullElse(outbox.source(), "/portolan/" + application);
    return new OutboxRelay(
        Database.of(database),
        outbox,
        new EventRecords(source),
        new WantedTopics(outbox, topics.stream().toList()),
        slot,
        board);
  }

  @Bean
  OutboxMetrics outboxMetrics(JdbcClient database, ReplicationSlot slot, RelayStatusBoard board) {
    return new OutboxMetrics(database, slot, board, clock);
  }

  @Bean
  OutboxHealth outboxHealthIndicator(RelayStatusBoard board) {
    return new OutboxHealth(board, clock);
  }
}
