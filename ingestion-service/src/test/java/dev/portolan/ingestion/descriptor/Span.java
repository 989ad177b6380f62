package dev.portolan.ingestion.descriptor;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Some of the bytes of a file, from one place to before another. */
record Span(int from, int to) {
  private static final int LONGEST = 400;

  /** The place between two bytes. */
  static Span at(int place) {
    return new Span(place, place);
  }

  /** Any one that is not long. */
  static Span in(byte[] file, RandomGenerator random) {
    return in(file, random, LONGEST);
  }

  static Span in(byte[] file, RandomGenerator random, int longest) {
    int from = random.nextInt(file.length);
    return new Span(from, Math.min(file.length, from + random.nextInt(longest + 1)));
  }

  /**
   * Letters, digits and what descriptors write between them, from a place on; there may be none.
   */
  static Span word(byte[] file, RandomGenerator random) {
    int from = file.length == 0 ? 0 : random.nextInt(file.length);
    while (from < file.length && !isOfWord(file[from])) {
      from++;
    }
    while (from > 0 && from < file.length && isOfWord(file[from - 1])) {
      from--;
    }
    int to = from;
    while (to < file.length && isOfWord(file[to])) {
      to++;
    }
    return new Span(from, to);
  }

  private static boolean isOfWord(byte b) {
    return Character.isLetterOrDigit(b) || "-_./$".indexOf(b) >= 0;
  }

  byte[] of(byte[] file) {
    return Arrays.copyOfRange(file, from, to);
  }

  /** The file with something else in the place of a span of it. */
  static byte[] replaced(byte[] file, Span span, byte[] by) {
    byte[] result = Arrays.copyOf(file, span.from + by.length + file.length - span.to);
    System.arraycopy(by, 0, result, span.from, by.length);
    System.arraycopy(file, span.to, result, span.from + by.length, file.length - span.to);
    return result;
  }
}
