package dev.portolan.events;

/** A name that breaks its rule; the message names the part, the text and the rule. */
public final class InvalidNameException extends IllegalArgumentException {
  private static final int SHOWN = 80;

  private final String part;

  /**
   * Says which name broke which rule.
   *
   * @param part what the text names, such as {@code namespace}
   * @param text the offending text; only its first 80 characters are repeated
   * @param rule the rule in words
   */
  public InvalidNameException(String part, String text, String rule) {
    super("The " + part + " '" + shortened(text) + "' is not valid: " + rule + ".");
    this.part = part;
  }

  /** What the offending text names, such as {@code namespace}. */
  public String part() {
    return part;
  }

  private static String shortened(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    // Half of a surrogate pair is no text: whoever writes the message as JSON would fail on it.
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }
}
