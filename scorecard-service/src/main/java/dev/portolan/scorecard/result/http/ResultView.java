package dev.portolan.scorecard.result.http;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.rule.Category;
import dev.portolan.scorecard.rule.Rule;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.Standards;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as it is answered.
 *
 * @param categories how the entity stands by the rules of each category alone
 */
record ResultView(
    EntityRef scorecard,
    EntityRef entity,
    long version,
    @Nullable String level,
    int points,
    int possible,
    List<RuleOutcome> rules,
    List<InCategory> categories,
    long entityVersion,
    Instant evaluatedAt) {

  /** How an entity stands in a category. */
  record InCategory(String category, @Nullable String level, int points, int possible) {}

  static ResultView of(ScorecardResultChanged result, Standards standards) {
    return new ResultView(
        result.scorecard(),
        result.entity(),
        result.version(),
        result.level(),
        result.points(),
        result.possible(),
        result.rules(),
        standards
            .named(result.scorecard())
            .flatMap(compiled -> categories(compiled.scorecard(), result.rules()).stream())
            .toList(),
        result.entityVersion(),
        result.evaluatedAt());
  }

  /** While a changed scorecard has not got to the entity, its rules are not those of the result. */
  private static List<InCategory> categories(Scorecard scorecard, List<RuleOutcome> outcomes) {
    boolean fits =
        scorecard.rules().stream()
            .map(Rule::id)
            .toList()
            .equals(outcomes.stream().map(RuleOutcome::rule).toList());
    return fits
        ? scorecard.categories().stream().map(each -> in(each, scorecard, outcomes)).toList()
        : List.of();
  }

  private static InCategory in(Category category, Scorecard scorecard, List<RuleOutcome> outcomes) {
    Standing standing = Standing.of(scorecard, outcomes, category.name());
    return new InCategory(
        category.name(), standing.level(), standing.points(), standing.possible());
  }
}
