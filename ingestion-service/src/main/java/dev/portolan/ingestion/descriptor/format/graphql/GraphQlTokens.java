package dev.portolan.ingestion.descriptor.format.graphql;

/** The words, strings and signs of a document, one after another. */
final class GraphQlTokens {
  /** Stands for any string, be it closed or not: what is in it declares nothing. */
  static final String STRING = "\"";

  private static final String BLOCK = "\"\"\"";

  private final String text;
  private int at;
  private int line = 1;

  GraphQlTokens(String text) {
    this.text = text;
  }

  /** Takes the next one; empty at the end. */
  String next() {
    skipIgnored();
    if (at == text.length()) {
      return "";
    }
    int from = at;
    if (text.charAt(at) == '"') {
      string();
      return STRING;
    }
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    at += at == from ? 1 : 0;
    return text.substring(from, at);
  }

  /** The line that has been reached, from 1. */
  int line() {
    return line;
  }

  private void skipIgnored() {
    boolean isComment = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      isComment = c != '\n' && c != '\r' && (isComment || c == '#');
      if (!isComment && !Character.isWhitespace(c) && c != ',' && c != '\uFEFF') {
        return;
      }
      line += c == '\n' ? 1 : 0;
      at++;
    }
  }

  private void string() {
    boolean isBlock = text.startsWith(BLOCK, at);
    String end = isBlock ? BLOCK : STRING;
    at += end.length();
    while (at < text.length()
        && !text.startsWith(end, at)
        && (isBlock || text.charAt(at) != '\n')) {
      line += text.charAt(at) == '\n' ? 1 : 0;
      at += isEscape(isBlock) ? 2 : 1;
    }
    at = Math.min(text.length(), text.startsWith(end, at) ? at + end.length() : at);
  }

  /** In a block only quotation marks are escaped. */
  private boolean isEscape(boolean isBlock) {
    return text.startsWith(isBlock ? "\\" + BLOCK : "\\", at);
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }
}
