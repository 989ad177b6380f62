package dev.portolan.ingestion.webhook;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * As standardwebhooks.com has it: id, time and body are signed, perhaps by several secrets while
 * one takes the place of another.
 */
final class StandardKey implements Key {
  /** Of a secret, of which it is no part. */
  static final String PREFIX = "whsec_";

  private static final String VERSION = "v1,";

  private final byte[] secret;

  /**
   * Takes a secret.
   *
   * @throws IllegalArgumentException when it is not written as such a secret is
   */
  StandardKey(String secret) {
    this.secret =
        Base64.getDecoder()
            .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    if (this.secret.length == 0) {
      throw new IllegalArgumentException("There is nothing in the secret");
    }
  }

  @Override
  public boolean signed(Delivery delivery) {
    byte[] content = delivery.signed(id(delivery).orElse(""), timestamp(delivery).orElse(""));
    String expected = VERSION + Base64.getEncoder().encodeToString(Hmac.of(secret, content));
    return Arrays.stream(delivery.header("webhook-signature").orElse("").split(" ", -1))
        .anyMatch(said -> Hmac.same(said, expected));
  }

  /** An id with a full stop could take in part of what follows it under the same signature. */
  @Override
  public Optional<String> id(Delivery delivery) {
    return delivery.header("webhook-id").filter(id -> id.indexOf('.') < 0);
  }

  @Override
  public Optional<String> timestamp(Delivery delivery) {
    return Optional.of(delivery.header("webhook-timestamp").orElse(""));
  }
}
