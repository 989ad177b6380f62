package dev.portolan.ingestion.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source in a topic may say. */
class KafkaSourceTest {
  private static final String PASSWORD = "hush \"\\ hush";

  private final KafkaSettings settings = settings(PASSWORD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka.example.com",
        "kafka.example.com:0",
        "kafka://kafka.example.com:9092",
        "sam:hush@kafka.example.com:9092",
        "kafka.example.com:9092/path",
        "kafka.example.com:9092,",
        "kafka example:9092"
      })
  void whatIsNoListOfServersIsRefusedWithoutRepeatingIt(String servers) {
    Map<String, Object> configuration = inside();
    configuration.put("bootstrapServers", servers);

    assertThatThrownBy(() -> KafkaSource.of(configuration))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("kafka.example.com:9092")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "topic, 'a topic', the name of one topic",
    "topic, .., the name of one topic",
    "follow, perhaps, true or false",
    "security, SSL, must be a mapping",
    "properties, interceptor.classes, There is no 'properties'"
  })
  void whatCannotBeMeantIsRefusedWithTheWayOut(String key, String value, String way) {
    Map<String, Object> configuration = inside();
    configuration.put(key, value);

    assertThatThrownBy(() -> KafkaSource.of(configuration))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo(key))
        .hasMessageContaining(way);
  }

  @ParameterizedTest
  @CsvSource({
    "protocol, TLS, must be one of",
    "mechanism, GSSAPI, PLAIN",
    "secret, PORTOLAN_POSTGRES_PASSWORD, PORTOLAN_DATABASE_",
    "caCertificate, none, BEGIN CERTIFICATE",
    "sasl.jaas.config, com.sun.security.auth.module.JndiLoginModule, There is no"
  })
  void onlyWhatIsKnownOfSecurityIsTaken(String key, String value, String way) {
    Map<String, Object> security = new HashMap<>(sasl("SASL_SSL"));
    security.put(key, value);
    Map<String, Object> configuration = inside();
    configuration.put("security", security);

    assertThatThrownBy(() -> KafkaSource.of(configuration))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            e -> assertThat(e.key()).isEqualTo("security/" + key))
        .hasMessageContaining(way);
  }

  @Test
  void aPasswordThatNobodyAsksForIsNoSmallMistake() {
    Map<String, Object> configuration = inside();
    configuration.put("security", sasl("SSL"));

    assertThatThrownBy(() -> KafkaSource.of(configuration)).hasMessageContaining("take SASL_SSL");
  }

  @Test
  void onlyAHostInsideIsSpokenToInTheClear() {
    settings.check(KafkaSource.of(inside()));

    assertThatThrownBy(() -> settings.check(KafkaSource.of(source("203.0.113.7:9092"))))
        .hasMessageContaining("SSL or SASL_SSL")
        .hasMessageContaining("PORTOLAN_DATABASE_INSIDE_HOSTS");
    assertThatThrownBy(() -> settings.check(KafkaSource.of(source("10.0.0.7:9092,10.0.0.9:9092"))))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            e -> assertThat(e.key()).isEqualTo("bootstrapServers"))
        .hasMessageContaining("10.0.0.9")
        .hasMessageContaining("none of the public network");
  }

  @Test
  void aPasswordGoesToItsOwnServersOnly() {
    Map<String, Object> theirs = source("10.0.0.7:9093,10.0.0.8:9093");
    theirs.put("security", sasl("SASL_PLAINTEXT"));
    Map<String, Object> another = source("10.0.0.7:9093,10.0.0.8:9094");
    another.put("security", sasl("SASL_PLAINTEXT"));

    settings.check(KafkaSource.of(theirs));
    assertThatThrownBy(() -> settings.check(KafkaSource.of(another)))
        .hasMessageContaining("for 10.0.0.7:9093, 10.0.0.8:9093 only");
  }

  @Test
  void nothingInAPasswordEndsTheLineThatItStandsIn() {
    Map<String, Object> configuration = source("10.0.0.7:9093");
    configuration.put("security", sasl("SASL_PLAINTEXT"));
    KafkaSource source = KafkaSource.of(configuration);

    assertThat(ClientProperties.of(source, settings))
        .containsEntry(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"portolan\" password=\"hush \\\"\\\\ hush\";");
    assertThatThrownBy(() -> settings("two\nlines").check(source))
        .hasMessageContaining("on one line");
  }

  @Test
  void whatKafkaRefusesIsToldInWordsAndWithoutThePassword() {
    Map<String, Object> configuration = source("10.0.0.7:9093");
    configuration.put("security", sasl("SASL_PLAINTEXT"));
    Reason reason = new Reason(KafkaSource.of(configuration), settings);

    assertThat(reason.of(new TopicAuthorizationException("team.services")))
        .contains("10.0.0.7:9093", "team.services", "READ and DESCRIBE");
    assertThat(reason.of(new SaslAuthenticationException("no entry for " + PASSWORD)))
        .contains("user, password and mechanism", "no entry for …")
        .doesNotContain("hush");
    assertThat(reason.of(new KafkaException("outer", new IllegalStateException("inner"))))
        .contains("inner");
  }

  private static KafkaSettings settings(String password) {
    return KafkaSettings.of(
        AllowedHosts.of(
            AllowedHosts.Settings.DATABASES,
            List.of("10.0.0.7", "10.0.0.8"),
            List.of(
                "PORTOLAN_DATABASE_TEAM=10.0.0.7:9093", "PORTOLAN_DATABASE_TEAM=10.0.0.8:9093")),
        new Secrets(Secrets.Family.DATABASE, _ -> password, null));
  }

  private static Map<String, Object> inside() {
    return source("10.0.0.7:9092");
  }

  private static Map<String, Object> source(String servers) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("bootstrapServers", servers);
    configuration.put("topic", "team.services");
    configuration.put(
        "mapping",
        List.of(
            Map.of("entity", Map.of("kind", "\"Component\"", "metadata", Map.of("name", ".key")))));
    return configuration;
  }

  private static Map<String, Object> sasl(String protocol) {
    return Map.of(
        "protocol", protocol,
        "mechanism", "SCRAM-SHA-512",
        "user", "portolan",
        "secret", "PORTOLAN_DATABASE_TEAM");
  }
}
