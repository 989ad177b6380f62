package dev.portolan.ingestion.adapter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a pattern apart. */
final class GlobParser {
  private final String text;
  private final List<GlobStep> steps = new ArrayList<>();

  /** Where the alternatives of the open brace begin. */
  private @Nullable List<Integer> alternatives;

  /** What follows each of them: known when the brace closes. */
  private List<Integer> end = new ArrayList<>();

  GlobParser(String text) {
    this.text = text;
  }

  /**
   * Returns the steps.
   *
   * @throws IllegalArgumentException when its braces make no sense
   */
  List<GlobStep> steps() {
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("**/", at)) {
        steps.add(new GlobStep.Fork(List.of(steps.size() + 1, steps.size() + 3)));
        steps.add(new GlobStep.Run(true));
        steps.add(new GlobStep.Letter('/'));
        at += 3;
      } else if (text.startsWith("**", at)) {
        steps.add(new GlobStep.Run(true));
        at += 2;
      } else {
        one(text.charAt(at));
        at++;
      }
    }
    if (alternatives != null) {
      throw new IllegalArgumentException("A brace is not closed.");
    }
    return List.copyOf(steps);
  }

  private void one(char c) {
    switch (c) {
      case '*' -> steps.add(new GlobStep.Run(false));
      case '?' -> steps.add(new GlobStep.AnyLetter());
      case '{' -> open();
      case '}' -> close();
      case ',' -> comma();
      default -> steps.add(new GlobStep.Letter(c));
    }
  }

  private void open() {
    if (alternatives != null) {
      throw new IllegalArgumentException("Braces do not nest.");
    }
    alternatives = new ArrayList<>();
    end = new ArrayList<>();
    steps.add(new GlobStep.Fork(alternatives));
    alternatives.add(steps.size());
  }

  private void comma() {
    if (alternatives == null) {
      steps.add(new GlobStep.Letter(','));
    } else {
      steps.add(new GlobStep.Fork(end));
      alternatives.add(steps.size());
    }
  }

  private void close() {
    if (alternatives == null) {
      throw new IllegalArgumentException("A brace closes that is not open.");
    }
    end.add(steps.size());
    alternatives = null;
  }
}
