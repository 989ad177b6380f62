package dev.portolan.cli.scorecard;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an entity stands by one scorecard, as the gateway answers it.
 *
 * @param scorecard null when it has been deleted since
 * @param level the highest that is reached; null for none
 * @param points what the rules give that hold
 * @param possible what all rules would give that are asked of it
 * @param rules what became of each
 */
record Standing(
    @Nullable Scorecard scorecard,
    @Nullable String level,
    int points,
    int possible,
    List<Outcome> rules) {

  /** A standard; its levels the lowest first. */
  record Scorecard(String ref, String title, List<Level> levels, List<Rule> rules) {}

  /** A step of a standard. */
  record Level(String name, int rank) {}

  /** What a standard asks. */
  record Rule(String id, String title, @Nullable String level, int weight) {}

  /** What became of a rule. */
  record Outcome(String rule, Status status, @Nullable String message) {}

  /** Whether a rule holds. */
  enum Status {
    PASS("\u2713"),
    FAIL("\u2717"),
    EXEMPT("\u25cb"),
    NOT_APPLICABLE("\u00b7"),
    ERROR("!");

    private final String sign;

    Status(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    /** Whether it keeps the entity from a level. */
    boolean isInTheWay() {
      return switch (this) {
        case FAIL, ERROR -> true;
        case PASS, EXEMPT, NOT_APPLICABLE -> false;
      };
    }
  }

  /** The level of that name, in any case. */
  Optional<Level> named(String name) {
    return scorecard == null
        ? Optional.empty()
        : scorecard.levels().stream()
            .filter(each -> each.name().equalsIgnoreCase(name))
            .findFirst();
  }

  /** The lowest level that is not reached. */
  Optional<Level> next() {
    return scorecard == null
        ? Optional.empty()
        : scorecard.levels().stream()
            .filter(each -> each.rank() > rank())
            .min(Comparator.comparingInt(Level::rank));
  }

  /** Of the level that is reached; below all for none. */
  int rank() {
    return level == null
        ? Integer.MIN_VALUE
        : named(level).map(Level::rank).orElse(Integer.MIN_VALUE);
  }

  /** The rule of an outcome; one of which the scorecard does not know any more by its id alone. */
  Rule rule(Outcome outcome) {
    return scorecard == null
        ? new Rule(outcome.rule(), outcome.rule(), null, 1)
        : scorecard.rules().stream()
            .filter(each -> each.id().equals(outcome.rule()))
            .findFirst()
            .orElse(new Rule(outcome.rule(), outcome.rule(), null, 1));
  }
}
