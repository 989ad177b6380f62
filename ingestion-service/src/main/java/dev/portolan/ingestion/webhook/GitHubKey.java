package dev.portolan.ingestion.webhook;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** As GitHub signs: the body, in hexadecimal digits. */
final class GitHubKey implements Key {
  private static final String PREFIX = "sha256=";

  private final byte[] secret;

  GitHubKey(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean signed(Delivery delivery) {
    String expected = PREFIX + HexFormat.of().formatHex(Hmac.of(secret, delivery.body()));
    return Hmac.same(delivery.header("X-Hub-Signature-256").orElse(""), expected);
  }

  @Override
  public Optional<String> id(Delivery delivery) {
    return delivery.header("X-GitHub-Delivery");
  }

  @Override
  public Optional<String> timestamp(Delivery delivery) {
    return Optional.empty();
  }
}
