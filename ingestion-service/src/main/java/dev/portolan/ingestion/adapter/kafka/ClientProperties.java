package dev.portolan.ingestion.adapter.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** What Kafka's clients are told: this and no more, for others of their settings load classes. */
final class ClientProperties {
  private static final int FETCHED = 8 << 20;
  private static final int FETCHED_OF_A_PARTITION = 1 << 20;

  private ClientProperties() {}

  /** Of any client. */
  static Map<String, Object> of(KafkaSource source, KafkaSettings settings) {
    int silence = Math.toIntExact(settings.silence().toMillis());
    Map<String, Object> properties = new HashMap<>();
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, source.where());
    properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, "portolan");
    properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, silence);
    properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, silence / 2);
    properties.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000L);
    // Several clients have the same name.
    properties.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
    properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    Security security = source.security();
    properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, security.protocol().name());
    security
        .caCertificate()
        .ifPresent(
            pem -> {
              properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
              properties.put(SslConfigs.SSL_TRUSTSTORE_CERTIFICATES_CONFIG, pem);
            });
    security
        .user()
        .ifPresent(
            user -> {
              properties.put(SaslConfigs.SASL_MECHANISM, user.mechanism());
              properties.put(
                  SaslConfigs.SASL_JAAS_CONFIG,
                  login(user, settings.password(source).orElseThrow()));
            });
    return properties;
  }

  /** Of one that reads records. */
  static Map<String, Object> ofConsumer(KafkaSource source, KafkaSettings settings) {
    Map<String, Object> properties = of(source, settings);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    // Where records are gone before they were read, that must be told.
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_OF_A_PARTITION);
    return properties;
  }

  private static String login(Security.User user, String password) {
    String module =
        user.mechanism().equals("PLAIN")
            ? PlainLoginModule.class.getName()
            : ScramLoginModule.class.getName();
    return "%s required username=%s password=%s;"
        .formatted(module, quoted(user.name()), quoted(password));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
