package dev.portolan.ingestion.descriptor.rule;

import tools.jackson.databind.JsonNode;

/** What people call a value. */
public final class Words {
  private static final int SHOWN = 80;

  private Words() {}

  /** Returns such words as "a list" or "missing". */
  public static String of(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "a mapping";
      case STRING -> "a string";
      case NUMBER -> "a number: put it in quotation marks";
      case BOOLEAN -> "true or false: put it in quotation marks";
      case NULL -> "null";
      case MISSING -> "missing";
      case BINARY, POJO -> "binary";
    };
  }

  /** Returns the beginning of a text that may be long. */
  public static String shortened(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    // Half of a surrogate pair is no text: whoever writes the message as JSON would fail on it.
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }
}
