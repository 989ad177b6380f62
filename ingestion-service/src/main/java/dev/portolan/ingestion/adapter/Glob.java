package dev.portolan.ingestion.adapter;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A pattern for paths: {@code *} within a folder, {@code **} over any number of them, {@code ?} and
 * {@code {a,b}}.
 */
public final class Glob implements Predicate<String> {
  private static final int LONGEST = 300;

  /** More of them make a pattern slow on a hostile path, and nobody needs them. */
  private static final int MOST_WILDCARDS = 8;

  private final Pattern pattern;

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is too long, has too many wildcards or an open brace
   */
  public Glob(String text) {
    long wildcards = text.replace("**", "*").chars().filter(c -> c == '*').count();
    if (text.length() > LONGEST || wildcards > MOST_WILDCARDS) {
      throw new IllegalArgumentException(
          "A pattern has at most %d characters and %d wildcards."
              .formatted(LONGEST, MOST_WILDCARDS));
    }
    this.pattern = Pattern.compile(expression(text));
  }

  /** Whether a text is meant as a pattern and not as a path. */
  static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  @Override
  public boolean test(String path) {
    return pattern.matcher(path).matches();
  }

  private static String expression(String text) {
    StringBuilder expression = new StringBuilder();
    int braces = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.startsWith("**/", i)) {
        expression.append("(?:.*/)?");
        i += 2;
      } else if (text.startsWith("**", i)) {
        expression.append(".*");
        i++;
      } else {
        braces += c == '{' ? 1 : c == '}' ? -1 : 0;
        expression.append(one(c, braces > 0));
      }
      if (braces < 0 || braces > 1) {
        throw new IllegalArgumentException("Braces neither nest nor close before they open.");
      }
    }
    if (braces != 0) {
      throw new IllegalArgumentException("A brace is not closed.");
    }
    return expression.toString();
  }

  private static String one(char c, boolean inBraces) {
    return switch (c) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      case '{' -> "(?:";
      case '}' -> ")";
      case ',' -> inBraces ? "|" : ",";
      default -> Pattern.quote(Character.toString(c));
    };
  }
}
