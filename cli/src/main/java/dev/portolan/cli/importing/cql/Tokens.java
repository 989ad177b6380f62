package dev.portolan.cli.importing.cql;

import dev.portolan.cli.importing.cql.Token.Sort;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into its tokens; blanks and comments between them are left out. */
final class Tokens {
  private static final List<String> SIGNS =
      List.of(
          "=>", "==", "!=", "<=", ">=", "<", ">", "=", "!", "(", ")", "[", "]", ",", ".", "+", "-",
          "*", "/");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** All tokens, and one for the end. */
  static List<Token> of(String text) throws CqlSyntaxException {
    Tokens tokens = new Tokens(text);
    while (tokens.skipBlanks()) {
      tokens.next();
    }
    tokens.add(Sort.END, "", text.length());
    return tokens.tokens;
  }

  private void next() throws CqlSyntaxException {
    char c = text.charAt(at);
    if (Character.isLetter(c) || c == '_') {
      word();
    } else if (isDigit(c)) {
      number();
    } else if (c == '"' || c == '\'') {
      quoted(c);
    } else {
      sign();
    }
  }

  /** Whether something follows. */
  private boolean skipBlanks() throws CqlSyntaxException {
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw new CqlSyntaxException(at, "a comment that does not end");
        }
        at = end + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private void word() {
    int start = at;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    add(Sort.WORD, text.substring(start, at), start);
  }

  private void number() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
      at++;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
    }
    add(Sort.NUMBER, text.substring(start, at), start);
  }

  /** In a text a backslash keeps its meaning unless it hides a quote or another backslash. */
  private void quoted(char quote) throws CqlSyntaxException {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && at + 1 < text.length() && isHidden(text.charAt(at + 1))) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw new CqlSyntaxException(start, "a text that does not end");
    }
    at++;
    add(Sort.TEXT, value.toString(), start);
  }

  private void sign() throws CqlSyntaxException {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        add(Sort.SIGN, sign, at);
        at += sign.length();
        return;
      }
    }
    throw new CqlSyntaxException(at, "an unexpected '" + text.charAt(at) + "'");
  }

  private void add(Sort sort, String value, int start) {
    tokens.add(new Token(sort, value, start));
  }

  private static boolean isHidden(char c) {
    return c == '"' || c == '\'' || c == '\\';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
