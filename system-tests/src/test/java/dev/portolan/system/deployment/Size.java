package dev.portolan.system.deployment;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes and times with their units, as Docker, Kubernetes, Java and Spring write them. */
final class Size {
  private static final Pattern AMOUNT = Pattern.compile("(\\d+)([a-z]+)");
  private static final Map<String, Long> BYTES =
      Map.of("m", 1L << 20, "mi", 1L << 20, "mb", 1L << 20, "g", 1L << 30, "gi", 1L << 30);
  private static final Map<String, Long> SECONDS =
      Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L);

  private Size() {}

  static int mebibytes(String text) {
    return Math.toIntExact(bytes(text) >> 20);
  }

  static long bytes(String text) {
    return amount(text, BYTES);
  }

  static int seconds(String text) {
    return Math.toIntExact(amount(text, SECONDS));
  }

  private static long amount(String text, Map<String, Long> units) {
    Matcher amount = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
    Long unit = amount.matches() ? units.get(amount.group(2)) : null;
    if (unit == null) {
      throw new AssertionError(text + " is none of the amounts in use here");
    }
    return Long.parseLong(amount.group(1)) * unit;
  }
}
