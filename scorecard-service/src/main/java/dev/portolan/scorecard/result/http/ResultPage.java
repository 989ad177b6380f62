package dev.portolan.scorecard.result.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.result.postgres.ResultQueries.LevelCount;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some results of a scorecard.
 *
 * @param total how many entities it is for
 * @param levels how many of them stand where
 * @param results in the order of the entities' references
 * @param endCursor names the last of them: the next page comes after it
 */
record ResultPage(
    long total,
    List<LevelCount> levels,
    List<ResultView> results,
    @Nullable String endCursor,
    boolean hasNextPage) {

  /** A page of at most {@code first} of the results, which may hold one more. */
  static ResultPage of(List<LevelCount> levels, List<ResultView> results, int first) {
    List<ResultView> page = results.subList(0, Math.min(first, results.size()));
    return new ResultPage(
        levels.stream().mapToLong(LevelCount::count).sum(),
        levels,
        page,
        page.isEmpty() ? null : cursor(page.getLast().entity()),
        results.size() > first);
  }

  private static String cursor(EntityRef entity) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(entity.toString().getBytes(UTF_8));
  }

  /** The entity that a cursor names; empty for the beginning. */
  static String position(String cursor) {
    try {
      String entity = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      return entity.isEmpty() ? "" : EntityRef.parse(entity).toString();
    } catch (IllegalArgumentException e) {
      throw Asked.badRequest("after is none of the cursors that a page ends with");
    }
  }
}
