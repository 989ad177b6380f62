package dev.portolan.scorecard.result.http;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.rule.Standards;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Answers how entities stand. */
@RestController
class ResultController {
  /** How many references one batch may hold. */
  static final int LONGEST_BATCH = 500;

  /** How many results one page may hold. */
  static final int LONGEST_PAGE = 1_000;

  private final ResultQueries results;
  private final Definitions definitions;

  ResultController(ResultQueries results, Definitions definitions) {
    this.results = results;
    this.definitions = definitions;
  }

  record Refs(@Nullable List<@Nullable String> refs) {}

  record Results(List<ResultView> results) {}

  @PostMapping("/api/results/batch")
  Results batch(@RequestBody Refs asked) {
    List<@Nullable String> refs = asked.refs();
    if (refs == null) {
      throw Asked.badRequest("The body lacks refs: {\"refs\":[\"component:default/checkout\"]}");
    }
    if (refs.size() > LONGEST_BATCH) {
      throw Asked.badRequest(
          "The batch has %d refs; at most %d are answered at once"
              .formatted(refs.size(), LONGEST_BATCH));
    }
    return new Results(viewed(results.ofEntities(refs.stream().map(Asked::ref).toList())));
  }

  @GetMapping("/api/scorecards/{namespace}/{name}/results")
  ResultPage page(
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "50") int first,
      @RequestParam(defaultValue = "") String after) {
    int asked = Asked.within("first", first, LONGEST_PAGE);
    EntityRef scorecard = Asked.standard("scorecards", namespace, name);
    if (!results.exists(scorecard)) {
      throw unknown(scorecard);
    }
    return ResultPage.of(
        results.counts(scorecard),
        viewed(results.ofScorecard(scorecard, ResultPage.position(after), asked + 1)),
        asked);
  }

  private List<ResultView> viewed(List<ScorecardResultChanged> found) {
    Standards standards = definitions.standards();
    return found.stream().map(result -> ResultView.of(result, standards)).toList();
  }

  static ResponseStatusException unknown(EntityRef scorecard) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no " + scorecard + ".");
  }
}
