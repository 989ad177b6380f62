package dev.portolan.outbox;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is carried to Kafka.
 *
 * @param relay whether this instance carries events; without it, it only writes them, and another
 *     instance on the same database has to carry them
 * @param kafka Kafka's bootstrap servers, {@code host:port} separated by commas
 * @param source the CloudEvents source of the events; {@code /portolan/} and the application's name
 *     when not set
 * @param pollInterval how long the relay sleeps when there is nothing to carry: the greatest part
 *     of the time between commit and topic. Debezium spins for the last millisecond of each: 10 ms
 *     cost about a tenth of a core while idle, 20 ms half of that, 50 ms a thirtieth
 * @param slot the replication slot, unique in the whole PostgreSQL server; {@code portolan_outbox_}
 *     and the database's name when not set
 * @param producer further settings of the Kafka producer under Kafka's own names, such as those for
 *     TLS and SASL
 */
@ConfigurationProperties("portolan.outbox")
public record OutboxProperties(
    @DefaultValue("true") boolean relay,
    @DefaultValue("127.0.0.1:19092") String kafka,
    @Nullable String source,
    @DefaultValue("20ms") Duration pollInterval,
    @Nullable String slot,
    @DefaultValue Map<String, String> producer) {

  /** Refuses an interval that is no pause. */
  public OutboxProperties {
    if (pollInterval.toMillis() < 1) {
      throw new IllegalArgumentException(
          "portolan.outbox.poll-interval is " + pollInterval + "; it must be at least 1ms");
    }
    producer = Map.copyOf(producer);
  }
}
