package dev.portolan.scorecard.initiative.http;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.initiative.Initiative;
import dev.portolan.scorecard.initiative.postgres.Initiatives.Progress;
import dev.portolan.scorecard.rule.Problem;
import dev.portolan.scorecard.rule.Rule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An initiative as it is answered.
 *
 * @param entities for how many it is
 * @param open how many of them have something left to do
 * @param percentage of the rules that are asked, how many are kept
 */
record InitiativeView(
    EntityRef ref,
    long version,
    String title,
    @Nullable String description,
    @Nullable EntityRef owner,
    Initiative.Status status,
    @Nullable Instant start,
    @Nullable Instant deadline,
    @Nullable String filter,
    List<Target> rules,
    List<Problem> problems,
    long entities,
    long open,
    double percentage) {

  /** A rule that is asked. */
  record Target(String id, String title) {
    static Target of(Rule rule) {
      return new Target(rule.id(), rule.title());
    }
  }

  static InitiativeView of(
      Initiative initiative, List<Problem> problems, Progress progress, Instant now) {
    var scorecard = initiative.scorecard();
    return new InitiativeView(
        scorecard.ref(),
        scorecard.version(),
        scorecard.title(),
        scorecard.description(),
        scorecard.owner(),
        initiative.status(now, progress.open()),
        initiative.start(),
        initiative.deadline(),
        scorecard.filter(),
        scorecard.rules().stream().map(Target::of).toList(),
        problems,
        progress.entities(),
        progress.open(),
        progress.asked() == 0 ? 100 : 100.0 * progress.done() / progress.asked());
  }
}
