package dev.portolan.gateway.scorecard.http;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.paging.Slice;
import dev.portolan.gateway.scorecard.Day;
import dev.portolan.gateway.scorecard.Evidence;
import dev.portolan.gateway.scorecard.LevelCount;
import dev.portolan.gateway.scorecard.Mover;
import dev.portolan.gateway.scorecard.NextFix;
import dev.portolan.gateway.scorecard.Place;
import dev.portolan.gateway.scorecard.ResultMove;
import dev.portolan.gateway.scorecard.RollUpBy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/**
 * What scorecard-service answers about how entities stand together, how that came about and what to
 * do about it; a plural is {@code scorecards} or {@code initiatives}.
 */
public interface Standings {
  /** The longest page of the changes of a result. */
  int LONGEST_HISTORY = 500;

  @GetExchange("/api/{plural}/{namespace}/{name}/roll-up")
  Places rollUp(
      @PathVariable String plural,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam RollUpBy by);

  @GetExchange("/api/{plural}/{namespace}/{name}/trend")
  Days trend(
      @PathVariable String plural,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam int days);

  @GetExchange("/api/{plural}/{namespace}/{name}/movers")
  Movers movers(
      @PathVariable String plural,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(required = false) @Nullable RollUpBy by,
      @RequestParam int days,
      @RequestParam int first);

  @GetExchange("/api/results/history")
  Moves history(
      @RequestParam String entity,
      @RequestParam String scorecard,
      @RequestParam int first,
      @RequestParam(required = false) @Nullable String after);

  @GetExchange("/api/results/evidence")
  Seen evidence(@RequestParam String scorecard, @RequestParam String entity);

  @GetExchange("/api/fixes")
  Fixes fixes(
      @RequestParam String of,
      @RequestParam(required = false) @Nullable RollUpBy by,
      @RequestParam int first);

  /** The groups, systems and domains to which entities belong. */
  record Places(List<ToldPlace> places) {
    /** The same, with counts in the order of the levels. */
    public List<Place> in(List<String> levels) {
      return places.stream()
          .map(
              each ->
                  new Place(
                      each.ref(),
                      each.entities(),
                      each.points(),
                      each.possible(),
                      LevelCount.of(each.levels(), levels)))
          .toList();
    }
  }

  /** One of them. */
  record ToldPlace(
      EntityRef ref, long entities, long points, long possible, Map<String, Long> levels) {}

  /** Days, the earliest first. */
  record Days(List<ToldDay> days) {
    /** The same, with counts in the order of the levels. */
    public List<Day> in(List<String> levels) {
      return days.stream()
          .map(
              each ->
                  new Day(
                      each.day(),
                      each.entities(),
                      each.points(),
                      each.possible(),
                      LevelCount.of(each.levels(), levels)))
          .toList();
    }
  }

  /** One of them. */
  record ToldDay(
      LocalDate day, long entities, long points, long possible, Map<String, Long> levels) {}

  /** Who moved, the farthest first. */
  record Movers(List<Mover> movers) {}

  /** A page of the changes of a result, the newest first; nobody counts them. */
  record Moves(List<ResultMove> moves, @Nullable String endCursor, boolean hasNextPage) {
    public Slice<ResultMove> slice() {
      return new Slice<>(moves.size(), moves, endCursor, hasNextPage);
    }
  }

  /** What each rule looked at. */
  record Seen(List<SeenByRule> rules) {}

  /** What a rule looked at. */
  record SeenByRule(String rule, List<Evidence> seen) {}

  /** What to mend, where it gives most first. */
  record Fixes(List<NextFix> fixes) {}
}
