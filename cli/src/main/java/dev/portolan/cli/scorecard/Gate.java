package dev.portolan.cli.scorecard;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.scorecard.Standing.Level;
import dev.portolan.cli.scorecard.Standing.Outcome;
import dev.portolan.cli.scorecard.Standing.Scorecard;
import dev.portolan.cli.scorecard.Standing.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an entity stands high enough.
 *
 * @param passes whether it does by every scorecard that was looked at
 * @param lines one for each of these, and one for each rule in the way
 */
record Gate(boolean passes, List<String> lines) {

  /**
   * Looks at all scorecards that have a level of that name, or at one.
   *
   * @param scorecard the reference or name of one; null for all
   * @throws CommandFailed when there is none to look at: a gate that nobody guards is not open
   */
  static Gate of(Entity entity, String least, @Nullable String scorecard) {
    List<String> lines = new ArrayList<>();
    boolean passes = true;
    for (Standing standing : entity.standings()) {
      Scorecard standard = standing.scorecard();
      Optional<Level> wanted = standing.named(least);
      if (standard != null && wanted.isPresent() && isMeant(standard, scorecard)) {
        boolean high = standing.rank() >= wanted.get().rank();
        passes &= high;
        lines.add(
            "%s %s: %s"
                .formatted(
                    (high ? Status.PASS : Status.FAIL).sign(),
                    standard.title(),
                    standing.level() == null ? "no level yet" : standing.level()));
        if (!high) {
          lines.addAll(inTheWay(standing, wanted.get()));
        }
      }
    }
    if (lines.isEmpty()) {
      throw new CommandFailed(
          "No scorecard%s with a level %s is for %s; see: ./portolan scorecard %s"
              .formatted(
                  scorecard == null ? "" : " " + scorecard, least, entity.ref(), entity.ref()));
    }
    return new Gate(passes, List.copyOf(lines));
  }

  private static boolean isMeant(Scorecard standard, @Nullable String scorecard) {
    return scorecard == null
        || standard.ref().equals(scorecard)
        || standard.ref().equals("scorecard:" + scorecard)
        || standard.ref().equals("scorecard:default/" + scorecard);
  }

  private static List<String> inTheWay(Standing standing, Level wanted) {
    List<String> lines = new ArrayList<>();
    for (Outcome outcome : standing.rules()) {
      Standing.Rule rule = standing.rule(outcome);
      String level = rule.level();
      if (level != null
          && outcome.status().isInTheWay()
          && standing.named(level).map(Level::rank).orElse(Integer.MIN_VALUE) <= wanted.rank()) {
        String message = outcome.message() == null ? "" : ": " + outcome.message();
        lines.add(
            "  %s %s  %s%s"
                .formatted(outcome.status().sign(), outcome.rule(), rule.title(), message));
      }
    }
    return lines;
  }
}
