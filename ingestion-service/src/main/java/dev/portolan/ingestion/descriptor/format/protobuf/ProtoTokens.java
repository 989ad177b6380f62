package dev.portolan.ingestion.descriptor.format.protobuf;

import java.util.ArrayList;
import java.util.List;

/** The words, strings and signs of a file, one after another, and the comments before each. */
final class ProtoTokens {
  private final String text;
  private final List<String> comments = new ArrayList<>();
  private int at;
  private int line = 1;
  private int commentFrom;

  ProtoTokens(String text) {
    this.text = text;
  }

  /** Takes the next one; empty at the end. */
  String next() throws UnclosedException {
    skipBlanksAndComments();
    if (at == text.length()) {
      return "";
    }
    int from = at;
    char first = text.charAt(at);
    if (first == '"' || first == '\'') {
      string(first);
    } else if (isWord(first)) {
      while (at < text.length() && isWord(text.charAt(at))) {
        at++;
      }
    } else {
      at++;
    }
    return text.substring(from, at);
  }

  /** The index after the last one. */
  int at() {
    return at;
  }

  /** The line that has been reached, from 1. */
  int line() {
    return line;
  }

  /** The comment right before the last one; empty when none was. */
  String comment() {
    return String.join("\n", comments).strip();
  }

  /** The index where that comment begins, or the last one when it has none. */
  int from(String last) {
    return comments.isEmpty() ? at - last.length() : commentFrom;
  }

  private void skipBlanksAndComments() throws UnclosedException {
    comments.clear();
    boolean more = true;
    int lineEnds = 0;
    while (more && at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        lineEnds += c == '\n' ? 1 : 0;
        line += c == '\n' ? 1 : 0;
        at++;
        if (lineEnds > 1) {
          // What an empty line parts from it is said of something else.
          comments.clear();
        }
      } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
        lineEnds = 0;
        commentFrom = comments.isEmpty() ? at : commentFrom;
        comments.add(text.charAt(at + 1) == '/' ? lineComment() : blockComment());
      } else {
        more = false;
      }
    }
  }

  private String lineComment() {
    int end = text.indexOf('\n', at);
    String comment = text.substring(at + 2, end < 0 ? text.length() : end).strip();
    at = end < 0 ? text.length() : end;
    return comment;
  }

  private String blockComment() throws UnclosedException {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw new UnclosedException("comment", line);
    }
    String comment = text.substring(at + 2, end);
    line += (int) comment.chars().filter(c -> c == '\n').count();
    at = end + 2;
    return comment.replaceAll("(?m)^[ \\t]*\\*+[ \\t]?", "").strip();
  }

  private void string(char quote) throws UnclosedException {
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length() || text.charAt(at) != quote) {
      throw new UnclosedException("string", line);
    }
    at++;
  }

  private static boolean isWord(char c) {
    return c == '_' || c == '.' || Character.isLetterOrDigit(c);
  }
}
