package dev.portolan.scorecard.result.http;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.result.LevelComparison;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.rule.Level;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers who stands where by a scorecard. */
@RestController
class StandingController {
  private final Definitions definitions;
  private final ResultQueries results;

  StandingController(Definitions definitions, ResultQueries results) {
    this.definitions = definitions;
    this.results = results;
  }

  /** All of them, by reference. */
  record Entities(List<String> entities) {}

  @GetMapping("/api/scorecards/{namespace}/{name}/entities")
  Entities entities(
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "AT_LEAST") LevelComparison standing,
      @RequestParam(required = false) @Nullable String level) {
    EntityRef scorecard = Asked.standard("scorecards", namespace, name);
    List<Level> levels =
        definitions
            .standards()
            .named(scorecard)
            .findFirst()
            .orElseThrow(() -> ResultController.unknown(scorecard))
            .scorecard()
            .levels();
    return standing
        .of(levels, level)
        .map(asked -> new Entities(results.standing(scorecard, asked)))
        .orElseThrow(
            () ->
                Asked.badRequest(
                    "%s has no level %s; it has %s.".formatted(scorecard, level, names(levels))));
  }

  private static String names(List<Level> levels) {
    return levels.isEmpty()
        ? "none"
        : levels.stream().map(Level::name).collect(Collectors.joining(", "));
  }
}
