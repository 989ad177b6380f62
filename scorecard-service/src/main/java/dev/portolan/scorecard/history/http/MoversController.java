package dev.portolan.scorecard.history.http;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.history.Mover;
import dev.portolan.scorecard.history.Movers;
import dev.portolan.scorecard.history.postgres.History;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.rollup.By;
import dev.portolan.scorecard.rollup.postgres.Placements;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers who moved most. */
@RestController
class MoversController {
  private static final int LONGEST_PAGE = 500;
  private static final int MOST_DAYS = 400;

  private final History history;
  private final Placements placements;
  private final Clock clock;

  MoversController(History history, Placements placements, Clock clock) {
    this.history = history;
    this.placements = placements;
    this.clock = clock;
  }

  record Answer(List<Mover> movers) {}

  /** By whom entities are counted; each for itself when that is left out. */
  @GetMapping("/api/{kind:scorecards|initiatives}/{namespace}/{name}/movers")
  Answer movers(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable By by,
      @RequestParam(defaultValue = "7") int days,
      @RequestParam(defaultValue = "10") int first) {
    EntityRef scorecard = Asked.standard(kind, namespace, name);
    var since = clock.instant().minus(Duration.ofDays(Asked.within("days", days, MOST_DAYS)));
    var now = placements.of(scorecard, by == null ? By.OWNER : by);
    var then = history.then(scorecard, since);
    List<Mover> movers =
        by == null ? Movers.ofEntities(now, then) : Movers.of(now, then, placements.parents(by));
    return new Answer(movers.stream().limit(Asked.within("first", first, LONGEST_PAGE)).toList());
  }
}
