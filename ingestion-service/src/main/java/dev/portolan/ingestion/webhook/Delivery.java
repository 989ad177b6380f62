package dev.portolan.ingestion.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was delivered, as it came: nothing in it is believed, or even parsed, yet. */
public final class Delivery {
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * Takes a delivery.
   *
   * @param headers by their names in lower case
   * @param body its bytes, which is what is signed
   */
  public Delivery(Map<String, String> headers, byte[] body) {
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  /** The header of that name, unless it is empty. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)))
        .filter(value -> !value.isBlank());
  }

  byte[] body() {
    return body;
  }

  /** The bytes that a signature is over which covers two headers as well. */
  byte[] signed(String id, String timestamp) {
    byte[] start = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return all;
  }
}
