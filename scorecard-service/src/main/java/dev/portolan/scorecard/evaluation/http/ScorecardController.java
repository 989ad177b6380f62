package dev.portolan.scorecard.evaluation.http;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Progress;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.evaluation.postgres.Reevaluations;
import dev.portolan.scorecard.rule.Scorecard;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers which scorecards there are. */
@RestController
class ScorecardController {
  private final Definitions definitions;
  private final Reevaluations reevaluations;

  ScorecardController(Definitions definitions, Reevaluations reevaluations) {
    this.definitions = definitions;
    this.reevaluations = reevaluations;
  }

  record Scorecards(List<ScorecardView> scorecards) {}

  @GetMapping("/api/scorecards")
  Scorecards scorecards() {
    Map<EntityRef, Progress> progress =
        reevaluations.progress().stream()
            .collect(Collectors.toMap(Progress::scorecard, Function.identity()));
    return new Scorecards(
        definitions.standards().all().stream()
            .filter(compiled -> compiled.ref().kind().equals(Scorecard.KIND))
            .map(
                compiled ->
                    ScorecardView.of(
                        compiled,
                        progress.getOrDefault(
                            compiled.ref(), new Progress(compiled.ref(), true, 0, 0))))
            .toList());
  }
}
