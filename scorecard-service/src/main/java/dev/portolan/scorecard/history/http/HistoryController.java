package dev.portolan.scorecard.history.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.scorecard.history.Point;
import dev.portolan.scorecard.history.ResultMove;
import dev.portolan.scorecard.history.Trend;
import dev.portolan.scorecard.history.postgres.History;
import dev.portolan.scorecard.history.postgres.History.Position;
import dev.portolan.scorecard.http.Asked;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers how results came to be what they are. */
@RestController
class HistoryController {
  private static final int LONGEST_PAGE = 500;
  private static final int MOST_DAYS = 400;

  private final History history;
  private final Clock clock;

  HistoryController(History history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  record Moves(List<ResultMove> moves, @Nullable String endCursor, boolean hasNextPage) {}

  @GetMapping("/api/results/history")
  Moves history(
      @RequestParam String entity,
      @RequestParam(required = false) @Nullable String scorecard,
      @RequestParam(defaultValue = "20") int first,
      @RequestParam(defaultValue = "") String after) {
    int asked = Asked.within("first", first, LONGEST_PAGE);
    List<ResultMove> moves =
        history.of(
            Asked.ref(entity),
            scorecard == null ? null : Asked.ref(scorecard),
            position(after),
            asked + 1);
    List<ResultMove> page = moves.subList(0, Math.min(asked, moves.size()));
    return new Moves(
        page, page.isEmpty() ? null : cursor(page.getLast()), moves.size() > page.size());
  }

  record Days(List<Point> days) {}

  @GetMapping("/api/{kind:scorecards|initiatives}/{namespace}/{name}/trend")
  Days trend(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "30") int days) {
    int asked = Asked.within("days", days, MOST_DAYS);
    var scorecard = Asked.standard(kind, namespace, name);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Instant since = today.minusDays(asked).atStartOfDay(ZoneOffset.UTC).toInstant();
    return new Days(
        Trend.back(history.now(scorecard, today), history.moves(scorecard, since), asked));
  }

  private static String cursor(ResultMove move) {
    String text = move.at() + " " + move.scorecard() + " " + move.version();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static @Nullable Position position(String cursor) {
    if (cursor.isEmpty()) {
      return null;
    }
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", -1);
      if (parts.length == 3) {
        return new Position(Instant.parse(parts[0]), parts[1], Long.parseLong(parts[2]));
      }
    } catch (RuntimeException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static RuntimeException unknown() {
    return Asked.badRequest("after is none of the cursors that a page ends with");
  }
}
