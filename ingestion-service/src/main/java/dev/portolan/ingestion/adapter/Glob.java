package dev.portolan.ingestion.adapter;

import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * A pattern for paths: {@code *} within a folder, {@code **} over any number of them, {@code ?} and
 * {@code {a,b}}.
 *
 * <p>By hand and not by a regular expression, which tries the wildcards one after another and so
 * takes time that grows with their power. Here all places of the pattern to which the path may have
 * come are followed together: no path takes longer than its length times that of the pattern.
 */
public final class Glob implements Predicate<String> {
  private static final int LONGEST = 300;

  private final List<GlobStep> steps;

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is too long or has an open brace
   */
  public Glob(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("A pattern has at most %d characters.".formatted(LONGEST));
    }
    this.steps = new GlobParser(text).steps();
  }

  /** Whether a text is meant as a pattern and not as a path. */
  static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
  }

  @Override
  public boolean test(String path) {
    BitSet places = new BitSet(steps.size() + 1);
    enter(0, places);
    for (int i = 0; i < path.length() && !places.isEmpty(); i++) {
      places = after(path.charAt(i), places);
    }
    return places.get(steps.size());
  }

  private BitSet after(char c, BitSet places) {
    BitSet next = new BitSet(steps.size() + 1);
    for (int at = places.nextSetBit(0);
        at >= 0 && at < steps.size();
        at = places.nextSetBit(at + 1)) {
      GlobStep step = steps.get(at);
      if (step.takes(c)) {
        enter(step instanceof GlobStep.Run ? at : at + 1, next);
      }
    }
    return next;
  }

  /** Comes to a place, and to all that can be come to from there without a character. */
  private void enter(int at, BitSet places) {
    if (places.get(at)) {
      return;
    }
    places.set(at);
    if (at < steps.size()) {
      switch (steps.get(at)) {
        case GlobStep.Run _ -> enter(at + 1, places);
        case GlobStep.Fork fork -> fork.to().forEach(to -> enter(to, places));
        case GlobStep.Letter _, GlobStep.AnyLetter _ -> {}
      }
    }
  }
}
