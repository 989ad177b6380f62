package dev.portolan.ingestion.descriptor.body;

/**
 * The directives of a YAML document, such as {@code %YAML 1.1}: its version would be refused, and
 * nothing else of them matters here.
 */
final class Directives {
  private Directives() {}

  /** The text with an empty line in place of each, so that every line keeps its number. */
  static String blanked(String text) {
    if (!text.startsWith("%") && !text.contains("\n%")) {
      return text;
    }
    StringBuilder blanked = new StringBuilder(text);
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
      String line = text.substring(from, end).strip();
      if (line.startsWith("%")) {
        blanked.replace(from, end, " ".repeat(end - from));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        return blanked.toString();
      }
      from = end + 1;
    }
    return blanked.toString();
  }
}
