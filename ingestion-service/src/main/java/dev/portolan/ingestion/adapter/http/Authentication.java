package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** How a source says who asks. */
sealed interface Authentication {
  /** The key of the configuration that names the secret. */
  String SECRET = "auth/secret";

  /** The name of the secret. */
  String secret();

  /** {@code Authorization: Bearer …}. */
  record Bearer(String secret) implements Authentication {}

  /** {@code Authorization: Basic …}, the secret the password. */
  record Basic(String username, String secret) implements Authentication {}

  /** A header of one's own, such as {@code X-Api-Key}, with something before the secret. */
  record Header(String name, String prefix, String secret) implements Authentication {}

  /** Reads the configuration's {@code auth}. */
  static Optional<Authentication> of(Configuration configuration) {
    return configuration
        .section("auth", Set.of("scheme", "secret", "username", "header", "prefix"))
        .map(Authentication::ofSection);
  }

  private static Authentication ofSection(Configuration auth) {
    String secret = Secrets.Family.HTTP.nameIn(auth, "PORTOLAN_HTTP_TOKEN");
    String scheme = auth.requiredText("scheme", "bearer");
    return switch (scheme) {
      case "bearer" -> new Bearer(secret);
      case "basic" -> new Basic(auth.text("username").orElse(""), secret);
      case "header" -> {
        String header = auth.requiredText("header", "X-Api-Key");
        if (!header.matches("[A-Za-z0-9-]{1,100}")) {
          throw auth.invalid("header", "'" + header + "' cannot be the name of a header.");
        }
        yield new Header(header, auth.value("prefix").map(String::valueOf).orElse(""), secret);
      }
      default ->
          throw auth.invalid(
              "scheme", "'scheme' must be bearer, basic or header, not " + scheme + ".");
    };
  }

  /**
   * Refuses a secret that is not there, or that cannot be sent.
   *
   * @return the secret
   * @throws InvalidConfigurationException saying which, and never what it is
   */
  default String check(Secrets secrets) {
    String value = secrets.get(SECRET, secret());
    // Whoever refuses the header would say it in the message.
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new InvalidConfigurationException(
          SECRET, "The secret " + secret() + " is empty or has characters that cannot be sent.");
    }
    return value;
  }

  /** Puts the secret into a request. */
  default void sign(HttpRequest.Builder request, Secrets secrets) {
    String value = check(secrets);
    switch (this) {
      case Bearer _ -> request.header("Authorization", "Bearer " + value);
      case Basic(String username, String _) ->
          request.header(
              "Authorization",
              "Basic "
                  + Base64.getEncoder()
                      .encodeToString((username + ":" + value).getBytes(StandardCharsets.UTF_8)));
      case Header(String name, String prefix, String _) -> request.header(name, prefix + value);
    }
  }
}
