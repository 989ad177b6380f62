package dev.portolan.ingestion.descriptor.dialect;

import dev.portolan.events.NamingRule;

/**
 * A name out of any text: each run of characters that no name has is a hyphen, of several
 * separators in a row the last one stays, and none is at an end.
 */
public final class ValidName {
  private ValidName() {}

  /** The name, however long; empty when the text has no letter or digit that a name may have. */
  public static String of(String text) {
    return text.replaceAll("[^A-Za-z0-9._]+", "-")
        .replaceAll("[-._]*([-._])", "$1")
        .replaceAll("^[-._]+|[-._]+$", "");
  }

  /** As much of the name as names may have. */
  public static String cut(String text) {
    return cut(text, NamingRule.MAX_LENGTH);
  }

  /**
   * As much of the name's end as there is room for, where that says more than the beginning.
   *
   * @param longest in characters
   */
  public static String end(String text, int longest) {
    String name = of(text);
    return name.length() <= longest ? name : of(name.substring(name.length() - longest));
  }

  /**
   * As much of the name as there is room for.
   *
   * @param longest in characters
   */
  public static String cut(String text, int longest) {
    String name = of(text);
    return name.length() <= longest ? name : of(name.substring(0, longest));
  }
}
