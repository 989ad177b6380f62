package dev.portolan.ingestion.kind;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A pattern of a schema that anybody may write: one that would take for ever with some text does
 * not match it.
 */
record BoundedPattern(Pattern pattern) implements RegularExpression {
  /** How many characters may be looked at, each as often as it is. */
  private static final int STEPS = 2_000_000;

  /**
   * Compiles a pattern.
   *
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  static RegularExpression of(String regex) {
    return new BoundedPattern(Pattern.compile(regex));
  }

  @Override
  public boolean matches(String text) {
    try {
      return pattern.matcher(new Steps(text)).find();
    } catch (TooManyStepsException | StackOverflowError e) {
      return false;
    }
  }

  private static final class Steps implements CharSequence {
    private final String text;
    private int left = STEPS;

    Steps(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (left-- == 0) {
        throw new TooManyStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Is thrown and caught here alone. */
  private static final class TooManyStepsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyStepsException() {
      super(null, null, false, false);
    }
  }
}
