package dev.portolan.outbox.relay;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Keeps Debezium and Kafka's clients from telling at length what the relay says in one line. Any
 * {@code logging.level} of the service comes before these.
 */
final class QuietEngine implements EnvironmentPostProcessor {
  private static final String LEVEL = "logging.level.";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "portolan-outbox-logging",
                Map.of(
                    LEVEL + "io.debezium", "warn",
                    // It prints the stack of what ends it, and so would the relay.
                    LEVEL + "io.debezium.embedded.async.AsyncEmbeddedEngine", "off",
                    LEVEL + "org.apache.kafka", "warn",
                    // A line for each attempt to reach a broker that is away.
                    LEVEL + "org.apache.kafka.clients.NetworkClient", "error")));
  }
}
