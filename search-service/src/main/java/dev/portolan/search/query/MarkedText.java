package dev.portolan.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text and where it matches.
 *
 * @param text as the entity has it
 * @param marks the matches, in order, none overlapping
 */
record MarkedText(String text, List<Mark> marks) {
  private static final int FRAGMENT = 120;
  private static final int BEFORE = 30;
  private static final int MOST_CANDIDATES = 200;

  /** A match of the part of that number. */
  record Mark(int start, int end, int part) {}

  private record Window(int start, int end, int worth) {}

  static MarkedText of(String text, Sought sought) {
    List<Mark> marks = new ArrayList<>();
    for (Token token : Token.of(text)) {
      int part = sought.match(token);
      if (part >= 0) {
        marks.add(new Mark(token.start(), token.end(), part));
      }
    }
    return new MarkedText(text, marks);
  }

  boolean matches() {
    return !marks.isEmpty();
  }

  /** The whole text as HTML. */
  String whole() {
    return html(0, text.length());
  }

  /** The pieces of one line each that hold most of what is sought, in the order of the text. */
  List<String> fragments(int most) {
    List<Window> candidates =
        IntStream.range(0, Math.min(marks.size(), MOST_CANDIDATES))
            .mapToObj(this::window)
            .sorted(Comparator.comparingInt(Window::worth).reversed())
            .toList();
    List<Window> chosen = new ArrayList<>();
    for (Window candidate : candidates) {
      boolean isApart =
          chosen.stream().allMatch(w -> candidate.end <= w.start || w.end <= candidate.start);
      if (isApart && chosen.size() < most) {
        chosen.add(candidate);
      }
    }
    return chosen.stream()
        .sorted(Comparator.comparingInt(Window::start))
        .map(window -> html(window.start, window.end))
        .toList();
  }

  private Window window(int first) {
    Mark mark = marks.get(first);
    int lineStart = text.lastIndexOf('\n', mark.start) + 1;
    int newLine = text.indexOf('\n', mark.end);
    int lineEnd = newLine < 0 ? text.length() : newLine;
    int start = wordStart(Math.max(lineStart, mark.start - BEFORE), lineStart, mark.start);
    int end = Math.max(mark.end, wordEnd(Math.min(lineEnd, start + FRAGMENT), lineEnd));
    int worth =
        (int)
            marks.stream()
                .skip(first)
                .takeWhile(other -> other.end <= end)
                .mapToInt(Mark::part)
                .distinct()
                .count();
    return new Window(start, end, worth);
  }

  /** The start of the first whole word from there on. */
  private int wordStart(int from, int lineStart, int latest) {
    int at = from;
    while (at > lineStart && at < latest && !Character.isWhitespace(text.charAt(at - 1))) {
      at++;
    }
    return at;
  }

  /** The end of the last whole word up to there. */
  private int wordEnd(int to, int lineEnd) {
    int at = to;
    while (at > 0 && at < lineEnd && !Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at;
  }

  /** Escapes everything that is text, so that the marks are the only markup. */
  private String html(int start, int end) {
    StringBuilder html = new StringBuilder(end - start + 32);
    int at = start;
    for (Mark mark : marks) {
      if (mark.start >= at && mark.end <= end) {
        escape(at, mark.start, html);
        html.append("<em>");
        escape(mark.start, mark.end, html);
        html.append("</em>");
        at = mark.end;
      }
    }
    escape(at, end, html);
    return html.toString();
  }

  private void escape(int start, int end, StringBuilder html) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
  }
}
