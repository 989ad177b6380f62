package dev.portolan.cli.importing;

import java.util.Set;

/** Pieces of CEL. */
public final class Cel {
  /** The most that Portolan takes as an expression, in characters. */
  public static final int LONGEST = 4_000;

  /** Words that are no field names in CEL. */
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "break",
          "const",
          "continue",
          "else",
          "false",
          "for",
          "function",
          "if",
          "import",
          "in",
          "let",
          "loop",
          "namespace",
          "null",
          "package",
          "return",
          "true",
          "var",
          "void",
          "while");

  private Cel() {}

  /** A text as CEL writes it. */
  public static String text(String value) {
    StringBuilder text = new StringBuilder("'");
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\'' -> text.append("\\'");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                  if (c < ' ' || c == 0x7F) {
                    text.append("\\u%04X".formatted(c));
                  } else {
                    text.appendCodePoint(c);
                  }
                }
              }
            });
    return text.append('\'').toString();
  }

  /** A time as CEL writes it; one that names no zone is UTC's, a day its beginning. */
  public static String time(String value) {
    String time = value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? value + "T00:00:00" : value;
    return text(time.matches("[0-9-]{10}T[0-9:.]+") ? time + "Z" : time);
  }

  /** Whether a name can stand behind a dot. */
  public static boolean isFieldName(String name) {
    return !name.isEmpty()
        && !RESERVED.contains(name)
        && !Character.isDigit(name.charAt(0))
        && name.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == '_'));
  }

  /** What is behind a name of a map. */
  public static String member(String map, String name) {
    return isFieldName(name) ? map + "." + name : map + "[" + text(name) + "]";
  }

  /** Whether a map has a name. */
  public static Condition has(String map, String name) {
    return isFieldName(name)
        ? Condition.call("has(" + map + "." + name + ")")
        : Condition.of(text(name) + " in " + map);
  }

  /**
   * A regular expression that CEL understands as its author does.
   *
   * @throws UntranslatableException when it uses what RE2, the language of CEL, does not have
   */
  public static String regex(String pattern) throws UntranslatableException {
    boolean looksAround =
        pattern.contains("(?=")
            || pattern.contains("(?!")
            || pattern.contains("(?<=")
            || pattern.contains("(?<!")
            || pattern.contains("(?>");
    boolean refersBack = pattern.matches("(?s).*\\\\[1-9k].*");
    boolean isPossessive = pattern.matches("(?s).*[*+?}]\\+.*");
    if (looksAround || refersBack || isPossessive) {
      throw new UntranslatableException(
          "the regular expression "
              + pattern
              + " looks around, refers back or never gives back, which those of CEL (RE2) cannot");
    }
    return text(pattern);
  }
}
