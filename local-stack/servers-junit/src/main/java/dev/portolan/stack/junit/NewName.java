package dev.portolan.stack.junit;

import java.security.SecureRandom;
import java.util.Locale;

/** Names that are free on servers which many tests share. */
final class NewName {
  private static final SecureRandom RANDOM = new SecureRandom();

  private NewName() {}

  static String of(String purpose, char separator) {
    if (!purpose.matches("[a-z][a-z0-9_-]{0,40}")) {
      throw new IllegalArgumentException(
          purpose + " is no name for a topic, index or database: use a-z, 0-9, - and _");
    }
    String unique = Long.toString(RANDOM.nextLong() >>> 16, 36).toLowerCase(Locale.ROOT);
    return purpose.replace(separator == '_' ? '-' : '_', separator) + separator + unique;
  }
}
