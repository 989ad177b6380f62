package dev.portolan.ingestion.adapter.jq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.IdentityHashMap;
import java.util.NoSuchElementException;

/** Counts what one run of a program does, and stops it at its bounds. */
final class Meter {
  /** The meter of the run that this thread is in. */
  static final ScopedValue<Meter> CURRENT = ScopedValue.newInstance();

  /** Of one run; an expression that is evaluated is one, and so are a few elements or letters. */
  static final long STEPS = 2_000_000;

  /** Of one value, in elements; so many letters of a text count as one. */
  static final long WEIGHT = 1 << 21;

  /** Of one text, in characters: as many as a descriptor may have bytes. */
  static final int TEXT = 1 << 20;

  /** Of one run, in nanoseconds. */
  static final long TIME = 5_000_000_000L;

  private static final int LETTERS_A_STEP = 32;
  private static final int ELEMENTS_A_STEP = 4;
  private static final int CLOCK_EVERY = 256;

  private final IdentityHashMap<JsonNode, Long> weights = new IdentityHashMap<>();
  private final long end = System.nanoTime() + TIME;
  private long left = STEPS;
  private int ticks;

  static Meter current() {
    try {
      return CURRENT.get();
    } catch (NoSuchElementException e) {
      throw new IllegalStateException("No program runs", e);
    }
  }

  /** Counts steps. */
  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new RunawayException(
          "it took more than %,d steps and was stopped: does it end?".formatted(STEPS));
    }
    if (++ticks % CLOCK_EVERY == 0 && nanosLeft() < 0) {
      throw new RunawayException(
          "it ran for more than %d s and was stopped".formatted(TIME / 1_000_000_000));
    }
  }

  /** How long the run may still take. */
  long nanosLeft() {
    return end - System.nanoTime();
  }

  /** Counts a text that comes to be. */
  void text(long letters) {
    if (letters > TEXT) {
      throw new RunawayException(
          "it makes a text of more than %,d letters and was stopped".formatted(TEXT));
    }
    spend(letters / LETTERS_A_STEP);
  }

  /** Counts the elements of a list or object that are looked at, copied or compared. */
  void elements(long count) {
    spend(count / ELEMENTS_A_STEP);
  }

  /** Counts a value that an expression hands on. */
  void value(JsonNode value) {
    if (value.isTextual()) {
      text(value.textValue().length());
    } else if (value.isContainerNode() && weight(value) > WEIGHT) {
      throw new RunawayException(
          "it makes a value of more than %,d elements and was stopped".formatted(WEIGHT));
    }
  }

  /**
   * How much a value holds. Each list and object is weighed once: a program can put one list a
   * thousand times into another, and that into a third, and whoever goes through it never ends.
   */
  long weight(JsonNode value) {
    if (!value.isContainerNode()) {
      return value.isTextual() ? 1 + value.textValue().length() / LETTERS_A_STEP : 1;
    }
    Long known = weights.get(value);
    if (known != null) {
      return known;
    }
    long weight = 1;
    for (JsonNode element : value) {
      weight = Math.min(WEIGHT + 1, weight + weight(element));
    }
    elements(value.size());
    weights.put(value, weight);
    return weight;
  }
}
