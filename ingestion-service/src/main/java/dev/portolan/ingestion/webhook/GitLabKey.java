package dev.portolan.ingestion.webhook;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** As GitLab does without a signing token: the secret itself comes along, and nothing is signed. */
final class GitLabKey implements Key {
  private final String secret;

  GitLabKey(String secret) {
    this.secret = secret;
  }

  @Override
  public boolean signed(Delivery delivery) {
    return Hmac.same(delivery.header("X-Gitlab-Token").orElse(""), secret);
  }

  /**
   * Before GitLab 17.4 there is no id of a delivery: pushes to several branches at once, and what
   * one webhook sets off by another, have one id of the event.
   */
  @Override
  public Optional<String> id(Delivery delivery) {
    return delivery
        .header("Idempotency-Key")
        .or(
            () ->
                delivery
                    .header("X-Gitlab-Event-UUID")
                    .map(event -> event + " " + digest(delivery.body())));
  }

  @Override
  public Optional<String> timestamp(Delivery delivery) {
    return Optional.empty();
  }

  private static String digest(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
