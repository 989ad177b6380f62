package dev.portolan.search.query;

import org.jspecify.annotations.Nullable;

/**
 * What a person who types may want.
 *
 * @param kind what it is
 * @param text all that stands in the field once it is chosen
 * @param label what to show of it
 * @param ref of an entity; null for anything else
 * @param count how many entities have the value; null for anything else
 */
public record Suggestion(
    Kind kind, String text, String label, @Nullable String ref, @Nullable Long count) {

  /** The most suggestions of one answer. */
  public static final int MOST = 20;

  /** What can be suggested. */
  public enum Kind {
    /** What may stand before a colon. */
    KEY,
    /** What may stand behind it. */
    VALUE,
    /** What is perhaps looked for. */
    ENTITY
  }
}
