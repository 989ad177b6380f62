package dev.portolan.cli.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What values are called where a person reads them. */
public final class Words {
  private Words() {}

  /** A value of JSON; a text without its quotes. */
  public static String text(@Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return "nothing";
    }
    return value.isString() ? value.stringValue() : value.toString();
  }

  /** A text that may be absent. */
  public static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A constant such as {@code OWNER_MISSING}, as words. */
  public static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A count with its word. */
  public static String counted(long count, String one, String many) {
    return "%,d %s".formatted(count, count == 1 ? one : many);
  }

  /**
   * The text on one line, without the control characters by which it could drive a terminal.
   *
   * @param longest in characters; what is behind is cut off, visibly
   */
  public static String line(String text, int longest) {
    String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest)) + "…";
  }
}
