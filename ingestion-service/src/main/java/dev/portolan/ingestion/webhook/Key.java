package dev.portolan.ingestion.webhook;

import dev.portolan.ingestion.source.Webhook.Scheme;
import java.util.Optional;

/** What tells whether a delivery comes from who knows a secret; it never shows the secret. */
sealed interface Key permits GitHubKey, GitLabKey, StandardKey {

  /** The longest that the id of a delivery may be, in characters. */
  int LONGEST_ID = 200;

  /** Whether the delivery comes from who knows the secret, found in constant time. */
  boolean signed(Delivery delivery);

  /** By what the delivery is known when it comes again. */
  Optional<String> id(Delivery delivery);

  /** When the delivery was sent, where the scheme signs that. */
  Optional<String> timestamp(Delivery delivery);

  /**
   * The key of a scheme.
   *
   * @param secret not empty
   */
  static Key of(Scheme scheme, String secret) {
    return switch (scheme) {
      case GITHUB -> new GitHubKey(secret);
      case GITLAB ->
          secret.startsWith(StandardKey.PREFIX) ? new StandardKey(secret) : new GitLabKey(secret);
      case STANDARD -> new StandardKey(secret);
    };
  }
}
