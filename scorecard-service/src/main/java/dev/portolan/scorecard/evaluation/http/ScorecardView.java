package dev.portolan.scorecard.evaluation.http;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Progress;
import dev.portolan.scorecard.rule.Category;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Level;
import dev.portolan.scorecard.rule.Problem;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as it is answered.
 *
 * @param problems what is wrong with it, with the place in its descriptor and in the expression
 * @param evaluation how far the evaluation of all entities by this version is
 */
record ScorecardView(
    EntityRef ref,
    long version,
    String title,
    @Nullable String description,
    @Nullable EntityRef owner,
    Stage stage,
    @Nullable String filter,
    List<Level> levels,
    List<Category> categories,
    List<RuleView> rules,
    List<Problem> problems,
    EvaluationView evaluation) {

  /** How far the evaluation is: all results are of this version unless it is running. */
  record EvaluationView(boolean running, long evaluated, long total) {}

  static ScorecardView of(CompiledScorecard compiled, Progress progress) {
    Scorecard scorecard = compiled.scorecard();
    return new ScorecardView(
        scorecard.ref(),
        scorecard.version(),
        scorecard.title(),
        scorecard.description(),
        scorecard.owner(),
        scorecard.stage(),
        scorecard.filter(),
        scorecard.levels(),
        scorecard.categories(),
        scorecard.rules().stream().map(RuleView::of).toList(),
        compiled.problems(),
        new EvaluationView(progress.running(), progress.evaluated(), progress.total()));
  }
}
