package dev.portolan.scorecard.rule;

import org.jspecify.annotations.Nullable;

/**
 * A step of a scorecard.
 *
 * @param name such as {@code gold}
 * @param rank a higher one is better
 * @param description who stands there, in words
 * @param color as CSS writes it
 */
public record Level(String name, int rank, @Nullable String description, @Nullable String color) {
  /** A level that needs no words. */
  public Level(String name, int rank) {
    this(name, rank, null, null);
  }
}
