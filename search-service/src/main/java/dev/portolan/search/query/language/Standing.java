package dev.portolan.search.query.language;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.search.query.language.Piece.Value;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How an entity may stand by a scorecard: {@code production-readiness<gold}, or without a level
 * {@code production-readiness}, on any.
 *
 * @param comparison how its level compares with the one that is named
 * @param level null for the lowest
 * @param at the character at which it was typed, from 0
 */
public record Standing(EntityRef scorecard, Comparison comparison, @Nullable String level, int at) {
  private static final Pattern WRITTEN =
      Pattern.compile("([^<>=]{1,300})(?:(<=|>=|<|>|=)([^<>=]{1,300}))?");

  /** Of the ranks of levels; whoever reached no level is below all of them. */
  public enum Comparison {
    BELOW,
    AT_MOST,
    AT,
    AT_LEAST,
    ABOVE;

    static Comparison of(String sign) {
      return switch (sign) {
        case "<" -> BELOW;
        case "<=" -> AT_MOST;
        case "=" -> AT;
        case ">=" -> AT_LEAST;
        case ">" -> ABOVE;
        default -> throw new IllegalArgumentException(sign);
      };
    }
  }

  /**
   * Reads a value.
   *
   * @throws dev.portolan.search.query.InvalidSearchException when it is none
   */
  static Standing of(Value value) {
    Matcher written = WRITTEN.matcher(value.text());
    if (!written.matches()) {
      throw Mistake.at(
          value.start(),
          "\"%s\" names no scorecard and level; write scorecard:production-readiness<gold, or <=, =, >=, >."
              .formatted(value.text()));
    }
    EntityRef scorecard = scorecard(written.group(1).strip(), value.start());
    String sign = written.group(2);
    return sign == null
        ? new Standing(scorecard, Comparison.AT_LEAST, null, value.start())
        : new Standing(scorecard, Comparison.of(sign), written.group(3).strip(), value.start());
  }

  private static EntityRef scorecard(String name, int at) {
    try {
      return EntityRef.parse(name, "scorecard", EntityRef.DEFAULT_NAMESPACE);
    } catch (InvalidNameException e) {
      throw Mistake.at(at, String.valueOf(e.getMessage()));
    }
  }
}
