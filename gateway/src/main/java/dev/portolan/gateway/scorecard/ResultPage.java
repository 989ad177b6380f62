package dev.portolan.gateway.scorecard;

import dev.portolan.gateway.paging.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the results of a scorecard, with the counts of all. */
public record ResultPage(
    int total,
    List<LevelCount> levels,
    List<ResultView> results,
    @Nullable String endCursor,
    boolean hasNextPage) {
  public Slice<ResultView> slice() {
    return new Slice<>(total, results, endCursor, hasNextPage);
  }
}
