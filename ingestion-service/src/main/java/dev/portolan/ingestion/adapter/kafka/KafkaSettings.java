package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What all sources in topics have in common.
 *
 * @param hosts that may be spoken to, and what each may be told
 * @param secrets the passwords
 * @param silence how long a Kafka may answer nothing
 */
public record KafkaSettings(AllowedHosts hosts, Secrets secrets, Duration silence) {
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /** As it is outside of tests. */
  public static KafkaSettings of(AllowedHosts hosts, Secrets secrets) {
    return new KafkaSettings(hosts, secrets, SILENCE);
  }

  /** Refuses a source that may not be read, before it is kept. */
  void check(KafkaSource source) {
    for (URI server : source.servers()) {
      hosts.checkReachable(KafkaSource.SERVERS, server);
      source
          .security()
          .user()
          .ifPresent(user -> hosts.checkSecret(server, Security.SECRET, user.secret()));
    }
    password(source);
    if (!source.security().protocol().isEncrypted()
        && !source.servers().stream().allMatch(hosts::isInside)) {
      throw new InvalidConfigurationException(
          Security.SECTION + "/protocol",
          "The protocol must be SSL or SASL_SSL: anything less is for the hosts of %s."
              .formatted(hosts.settings().inside()));
    }
  }

  /** The password, where one is asked for. */
  Optional<String> password(KafkaSource source) {
    Optional<String> password =
        source.security().user().map(user -> secrets.get(Security.SECRET, user.secret()));
    if (password.isPresent() && password.get().chars().anyMatch(Character::isISOControl)) {
      throw new InvalidConfigurationException(
          Security.SECRET, "The secret must be a password on one line.");
    }
    return password;
  }
}
