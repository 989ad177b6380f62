package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.mapping.Mapping;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The configuration of a source that a topic speaks for.
 *
 * @param servers that are asked first, each as {@code kafka://host:port}
 * @param security how they are spoken to
 * @param mapping what the records become
 * @param follow whether records are heard as they are written
 */
record KafkaSource(
    List<URI> servers, String topic, Security security, Mapping mapping, boolean follow) {
  static final String SERVERS = "bootstrapServers";

  private static final int MOST_SERVERS = 10;
  private static final Set<String> KEYS = Set.of(SERVERS, "topic", "security", "mapping", "follow");

  /** Reads a configuration, and compiles its programs. */
  static KafkaSource of(Map<String, Object> values) {
    Configuration configuration = new Configuration(values, KEYS);
    return new KafkaSource(
        servers(configuration),
        topic(configuration),
        Security.of(configuration),
        Mapping.of(
            configuration
                .value("mapping")
                .orElseThrow(
                    () ->
                        configuration.invalid(
                            "mapping", "'mapping' is missing: give it a list of resources.")),
            Optional.empty()),
        configuration.flag("follow", true));
  }

  /** The servers as the client's property and every message have them. */
  String where() {
    return servers.stream().map(URI::getAuthority).collect(Collectors.joining(","));
  }

  private static List<URI> servers(Configuration configuration) {
    String text = configuration.requiredText(SERVERS, "kafka.example.com:9092");
    List<Optional<URI>> servers =
        Arrays.stream(text.split(",", -1)).map(each -> server(each.strip())).toList();
    if (servers.size() > MOST_SERVERS || !servers.stream().allMatch(Optional::isPresent)) {
      throw configuration.invalid(
          SERVERS,
          "'%s' must be 1 to %d servers such as kafka.example.com:9092, each a host and a port, with commas between them."
              .formatted(SERVERS, MOST_SERVERS));
    }
    return servers.stream().flatMap(Optional::stream).toList();
  }

  private static Optional<URI> server(String text) {
    try {
      URI server = new URI("kafka://" + text);
      boolean bare = text.equals(server.getHost() + ":" + server.getPort());
      return bare && server.getPort() > 0 ? Optional.of(server) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String topic(Configuration configuration) {
    String topic = configuration.requiredText("topic", "team.services");
    if (!topic.matches("[\\w.-]{1,249}") || topic.matches("\\.{1,2}")) {
      throw configuration.invalid(
          "topic",
          "'topic' must be the name of one topic: up to 249 letters, digits, '.', '_' and '-'.");
    }
    return topic;
  }
}
