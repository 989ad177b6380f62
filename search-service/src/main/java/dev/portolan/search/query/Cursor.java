package dev.portolan.search.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The place of a hit in the order of its search. It holds what the order is made of and no page
 * number, so that pages neither repeat nor skip a hit when entities come and go between them.
 */
public sealed interface Cursor {

  /** By how well it matches, then the shorter name, then the reference. */
  record Ranked(boolean tolerant, double score, int nameLength, String ref) implements Cursor {
    /** Refuses numbers that no hit has; Elasticsearch would refuse them less kindly. */
    public Ranked {
      if (!(score >= 0 && score <= Float.MAX_VALUE)
          || nameLength < 0
          || nameLength > Short.MAX_VALUE) {
        throw invalid();
      }
    }
  }

  /** By name, then the reference. */
  record Listed(String name, String ref) implements Cursor {}

  /**
   * By the last change, then the reference.
   *
   * @param updated in milliseconds since 1970
   */
  record Updated(long updated, String ref) implements Cursor {}

  /** As clients carry it; they should not look inside. */
  default String encoded() {
    List<Object> parts =
        switch (this) {
          case Ranked(boolean tolerant, double score, int length, String ref) ->
              List.of(tolerant, score, length, ref);
          case Listed(String name, String ref) -> List.of(name, ref);
          case Updated(long updated, String ref) -> List.of("", updated, ref);
        };
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(JsonMapper.shared().writeValueAsBytes(parts));
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws InvalidSearchException when it is something else
   */
  static Cursor decode(String text) {
    try {
      JsonNode parts =
          JsonMapper.shared()
              .readTree(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
      if (!parts.isArray()) {
        throw invalid();
      }
      return switch (parts.size()) {
        case 4 ->
            new Ranked(
                parts.get(0).booleanValue(),
                parts.get(1).doubleValue(),
                parts.get(2).intValue(),
                text(parts.get(3)));
        case 3 -> new Updated(parts.get(1).longValue(), text(parts.get(2)));
        case 2 -> new Listed(text(parts.get(0)), text(parts.get(1)));
        default -> throw invalid();
      };
    } catch (IllegalArgumentException | JacksonException e) {
      throw invalid();
    }
  }

  private static String text(JsonNode part) {
    if (!part.isString()) {
      throw invalid();
    }
    return part.stringValue();
  }

  private static InvalidSearchException invalid() {
    return new InvalidSearchException(
        "after", "The cursor is not one that a search has answered; leave it out to begin again.");
  }
}
