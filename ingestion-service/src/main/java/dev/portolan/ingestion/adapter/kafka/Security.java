package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.network.Certificates;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a Kafka is spoken to.
 *
 * @param user who reads; empty where nobody is asked who he is
 * @param caCertificate whom to believe in place of the usual authorities, as PEM
 */
record Security(Protocol protocol, Optional<User> user, Optional<String> caCertificate) {
  static final String SECTION = "security";
  static final String SECRET = SECTION + "/secret";

  private static final Security NONE =
      new Security(Protocol.PLAINTEXT, Optional.empty(), Optional.empty());
  private static final Set<String> KEYS =
      Set.of("protocol", "mechanism", "user", "secret", "caCertificate");
  private static final List<String> OF_USERS = List.of("mechanism", "user", "secret");
  private static final Set<String> MECHANISMS = Set.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");

  /** The protocols of a listener, as Kafka calls them. */
  enum Protocol {
    PLAINTEXT,
    SSL,
    SASL_PLAINTEXT,
    SASL_SSL;

    boolean isEncrypted() {
      return this == SSL || this == SASL_SSL;
    }

    boolean asksWho() {
      return this == SASL_PLAINTEXT || this == SASL_SSL;
    }
  }

  /**
   * Who reads.
   *
   * @param secret the name of the password
   */
  record User(String mechanism, String name, String secret) {}

  /** What a source says of it. */
  static Security of(Configuration configuration) {
    return configuration.section(SECTION, KEYS).map(Security::read).orElse(NONE);
  }

  private static Security read(Configuration section) {
    Protocol protocol = protocol(section);
    if (!protocol.asksWho()) {
      OF_USERS.forEach(key -> refuse(section, key, "SASL_SSL", protocol));
    }
    if (!protocol.isEncrypted()) {
      refuse(section, "caCertificate", "SSL or SASL_SSL", protocol);
    }
    return new Security(
        protocol,
        protocol.asksWho() ? Optional.of(user(section)) : Optional.empty(),
        Certificates.in(section));
  }

  private static Protocol protocol(Configuration section) {
    String text = section.requiredText("protocol", "SASL_SSL");
    return Arrays.stream(Protocol.values())
        .filter(each -> each.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                section.invalid(
                    "protocol",
                    "'protocol' must be one of " + Arrays.toString(Protocol.values()) + "."));
  }

  private static void refuse(Configuration section, String key, String fitting, Protocol protocol) {
    if (section.value(key).isPresent()) {
      throw section.invalid(
          key,
          "With the protocol %s nobody asks for '%s': leave it out, or take %s."
              .formatted(protocol, key, fitting));
    }
  }

  private static User user(Configuration section) {
    String mechanism = section.requiredText("mechanism", "SCRAM-SHA-512");
    if (!MECHANISMS.contains(mechanism)) {
      throw section.invalid(
          "mechanism", "'mechanism' must be one of " + MECHANISMS.stream().sorted().toList() + ".");
    }
    String user = section.requiredText("user", "portolan");
    if (user.chars().anyMatch(Character::isISOControl)) {
      throw section.invalid("user", "'user' must be a name on one line.");
    }
    return new User(
        mechanism, user, Secrets.Family.DATABASE.nameIn(section, "PORTOLAN_DATABASE_TEAM_KAFKA"));
  }
}
