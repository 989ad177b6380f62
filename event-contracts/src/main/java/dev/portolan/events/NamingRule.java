package dev.portolan.events;

/**
 * The rules that names keep, those of Backstage, so that its descriptors are taken as they are.
 *
 * <p>Checked by hand and not by a regular expression: every reference on the topic passes here, and
 * a hostile name must cost no more than its length.
 */
public enum NamingRule {
  /** Of a kind: a letter, then letters and digits. */
  KIND("a letter, then letters and digits", "") {
    @Override
    boolean holds(String text) {
      return isLetter(text.charAt(0)) && runs(text);
    }
  },
  /**
   * Of a namespace: runs of letters and digits, separated by a single hyphen, dot or underscore.
   */
  NAMESPACE("letters and digits, with a single hyphen, dot or underscore between them", "-_."),
  /** Of an entity's name: runs of letters and digits, separated by a single one of {@code -_.}. */
  NAME("letters and digits, with a single hyphen, dot or underscore between them", "-_."),
  /** Of a fact: a letter, then letters, digits and underscores. */
  FACT("a letter, then letters, digits and underscores", "") {
    @Override
    boolean holds(String text) {
      return isLetter(text.charAt(0)) && runs(text);
    }

    @Override
    boolean isWordCharacter(char c) {
      return super.isWordCharacter(c) || c == '_';
    }
  },
  /** Of a tag: lower-case letters, digits, {@code :+#}, in runs separated by a hyphen. */
  TAG("lower-case letters, digits and :+#, in runs separated by -", "-") {
    @Override
    boolean isWordCharacter(char c) {
      return (c >= 'a' && c <= 'z') || isDigit(c) || c == ':' || c == '+' || c == '#';
    }
  };

  /** The longest name that any rule allows, in characters. */
  public static final int MAX_LENGTH = 63;

  private final String words;
  private final String separators;

  NamingRule(String words, String separators) {
    this.words = words;
    this.separators = separators;
  }

  /** The rule in words, for the person who has to mend the name. */
  public String words() {
    return "1 to " + MAX_LENGTH + " characters: " + words;
  }

  /** Whether the text keeps this rule. */
  public boolean allows(String text) {
    return !text.isEmpty() && text.length() <= MAX_LENGTH && holds(text);
  }

  /**
   * Returns the text when it keeps this rule.
   *
   * @param part what the text names, such as {@code namespace}: it is said in the error
   * @throws InvalidNameException when it does not
   */
  public String check(String part, String text) {
    if (!allows(text)) {
      throw new InvalidNameException(part, text, "it must be " + words());
    }
    return text;
  }

  boolean holds(String text) {
    return runs(text);
  }

  /** Word characters throughout, with single separators inside and none at either end. */
  final boolean runs(String text) {
    boolean afterWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isWordCharacter(c)) {
        afterWord = true;
      } else if (afterWord && separators.indexOf(c) >= 0) {
        afterWord = false;
      } else {
        return false;
      }
    }
    return afterWord;
  }

  boolean isWordCharacter(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
