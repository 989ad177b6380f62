package dev.portolan.cli.scorecard;

import dev.portolan.cli.scorecard.Standing.Level;
import dev.portolan.cli.scorecard.Standing.Outcome;
import dev.portolan.cli.scorecard.Standing.Rule;
import dev.portolan.cli.scorecard.Standing.Scorecard;
import dev.portolan.cli.scorecard.Standing.Status;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** How an entity stands, as a few lines that fit into a chat. */
final class Card {
  private Card() {}

  static String of(Entity entity) {
    StringBuilder card = new StringBuilder(entity.headline()).append('\n');
    if (entity.standings().isEmpty()) {
      return card.append("\nNo scorecard is for it.\n").toString();
    }
    entity.standings().forEach(standing -> append(card, standing));
    return card.toString();
  }

  private static void append(StringBuilder card, Standing standing) {
    Scorecard scorecard = standing.scorecard();
    if (scorecard == null) {
      return;
    }
    card.append(
        "\n%s: %s (%d of %d points)%n"
            .formatted(scorecard.title(), level(standing), standing.points(), standing.possible()));
    String row =
        scorecard.levels().stream()
            .map(level -> level.name() + " " + signs(standing, level))
            .collect(Collectors.joining("   "));
    card.append("  ").append(row).append('\n');
    List<Outcome> open =
        standing.rules().stream()
            .filter(outcome -> outcome.status().isInTheWay() || outcome.status() == Status.EXEMPT)
            .toList();
    int width = open.stream().mapToInt(outcome -> outcome.rule().length()).max().orElse(0);
    for (Outcome outcome : open) {
      String message = outcome.message() == null ? "" : ": " + outcome.message();
      card.append(
          ("  %s %-" + width + "s  %s%s%n")
              .formatted(
                  outcome.status().sign(),
                  outcome.rule(),
                  standing.rule(outcome).title(),
                  message));
    }
  }

  private static String level(Standing standing) {
    String reached = standing.level() == null ? "no level yet" : standing.level();
    return standing.next().map(next -> reached + ", next " + next.name()).orElse(reached);
  }

  private static String signs(Standing standing, Level level) {
    String signs =
        standing.rules().stream()
            .filter(outcome -> isOf(standing.rule(outcome), level))
            .map(outcome -> outcome.status().sign())
            .collect(Collectors.joining());
    return signs.isEmpty() ? "-" : signs;
  }

  private static boolean isOf(Rule rule, Level level) {
    return Objects.equals(rule.level(), level.name());
  }
}
