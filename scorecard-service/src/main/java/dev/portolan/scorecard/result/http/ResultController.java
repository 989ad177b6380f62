package dev.portolan.scorecard.result.http;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.rule.Scorecard;
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

  ResultController(ResultQueries results) {
    this.results = results;
  }

  record Refs(@Nullable List<@Nullable String> refs) {}

  record Results(List<ScorecardResultChanged> results) {}

  @PostMapping("/api/results/batch")
  Results batch(@RequestBody Refs asked) {
    List<@Nullable String> refs = asked.refs();
    if (refs == null) {
      throw badRequest("The body lacks refs: {\"refs\":[\"component:default/checkout\"]}");
    }
    if (refs.size() > LONGEST_BATCH) {
      throw badRequest(
          "The batch has %d refs; at most %d are answered at once"
              .formatted(refs.size(), LONGEST_BATCH));
    }
    return new Results(results.ofEntities(refs.stream().map(ResultController::ref).toList()));
  }

  @GetMapping("/api/scorecards/{namespace}/{name}/results")
  ResultPage page(
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "50") int first,
      @RequestParam(defaultValue = "") String after) {
    if (first < 1 || first > LONGEST_PAGE) {
      throw badRequest("first is %d; it must be 1 to %d".formatted(first, LONGEST_PAGE));
    }
    EntityRef scorecard = scorecard(namespace, name);
    if (!results.exists(scorecard)) {
      throw unknown(scorecard);
    }
    return ResultPage.of(
        results.counts(scorecard),
        results.ofScorecard(scorecard, ResultPage.position(after), first + 1),
        first);
  }

  static EntityRef scorecard(String namespace, String name) {
    return ref(Scorecard.KIND + ":" + namespace + "/" + name);
  }

  static ResponseStatusException unknown(EntityRef scorecard) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no " + scorecard + ".");
  }

  private static EntityRef ref(@Nullable String text) {
    try {
      return EntityRef.parse(text == null ? "" : text);
    } catch (InvalidNameException e) {
      throw badRequest(String.valueOf(e.getMessage()));
    }
  }

  static ResponseStatusException badRequest(String message) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, message);
  }
}
