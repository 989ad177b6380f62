package dev.portolan.scorecard.evidence.http;

import dev.portolan.events.EntityRef;
import dev.portolan.events.FactChanged;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.evaluation.postgres.Situations;
import dev.portolan.scorecard.evidence.Evidence;
import dev.portolan.scorecard.evidence.Seen;
import dev.portolan.scorecard.fact.postgres.FactTable;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.result.Scope;
import dev.portolan.scorecard.result.postgres.ResultQueries;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Standards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what rules looked at. */
@RestController
class EvidenceController {
  private final Definitions definitions;
  private final Situations situations;
  private final FactTable facts;
  private final ResultQueries results;

  EvidenceController(
      Definitions definitions, Situations situations, FactTable facts, ResultQueries results) {
    this.definitions = definitions;
    this.situations = situations;
    this.facts = facts;
    this.results = results;
  }

  record OfRule(String rule, List<Seen> seen) {}

  record Answer(List<OfRule> rules) {}

  /** Of each rule of a scorecard, for one entity; empty where there is no such entity. */
  @GetMapping("/api/results/evidence")
  Answer evidence(@RequestParam String scorecard, @RequestParam String entity) {
    EntityRef ref = Asked.ref(entity);
    EntityRef standard = Asked.ref(scorecard);
    Standards standards = definitions.standards();
    CompiledScorecard compiled =
        standards
            .named(standard)
            .findFirst()
            .orElseThrow(() -> Asked.badRequest("There is no " + standard + "."));
    List<OfRule> rules = new ArrayList<>();
    for (Situation situation : situations.ofExisting(List.of(ref), compiled.reads())) {
      Evidence evidence =
          new Evidence(
              situation.standing(
                  Scope.seen(
                      standards, results.standings(List.of(ref)).getOrDefault(ref, Map.of()))),
              facts.said(List.of(ref)).stream()
                  .collect(Collectors.toMap(FactChanged::fact, Function.identity())),
              situations.committedAt(ref).orElse(null));
      for (int i = 0; i < compiled.conditions().size(); i++) {
        rules.add(
            new OfRule(
                compiled.scorecard().rules().get(i).id(),
                evidence.of(compiled.conditions().get(i).reads())));
      }
    }
    return new Answer(rules);
  }
}
