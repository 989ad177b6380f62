package dev.portolan.scorecard.rollup.http;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.rollup.By;
import dev.portolan.scorecard.rollup.RollUp;
import dev.portolan.scorecard.rollup.Tally;
import dev.portolan.scorecard.rollup.postgres.Placements;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers how groups, systems and domains stand. */
@RestController
class RollUpController {
  private final Placements placements;

  RollUpController(Placements placements) {
    this.placements = placements;
  }

  /** How one stands. */
  record Place(
      String ref,
      long entities,
      long points,
      long possible,
      double percentage,
      Map<String, Long> levels) {
    static Place of(String ref, Tally tally) {
      return new Place(
          ref,
          tally.entities(),
          tally.points(),
          tally.possible(),
          tally.percentage(),
          tally.levels());
    }
  }

  record Places(List<Place> places) {}

  @GetMapping("/api/{kind:scorecards|initiatives}/{namespace}/{name}/roll-up")
  Places rollUp(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "OWNER") By by) {
    EntityRef scorecard = Asked.standard(kind, namespace, name);
    return new Places(
        RollUp.of(placements.of(scorecard, by), placements.parents(by)).entrySet().stream()
            .map(each -> Place.of(each.getKey(), each.getValue()))
            .toList());
  }
}
