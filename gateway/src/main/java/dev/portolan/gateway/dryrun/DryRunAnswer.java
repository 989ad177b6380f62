package dev.portolan.gateway.dryrun;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.LevelCount;
import dev.portolan.gateway.scorecard.ResultView.Status;
import dev.portolan.gateway.scorecard.ScorecardView.Problem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How entities would stand by a scorecard that is not saved, and what is wrong with it. */
public record DryRunAnswer(List<Problem> problems, Outcome outcome) {

  /**
   * What came out.
   *
   * @param entities how many were looked at
   * @param complete whether these are all that there are
   * @param applies for how many of them the scorecard is
   * @param levels how many would stand where; the empty text for those on none
   * @param rise how many would stand higher than they do now
   * @param fall how many would stand lower
   * @param falling the first of these
   */
  public record Outcome(
      int entities,
      boolean complete,
      int applies,
      Map<String, Long> levels,
      List<OfRule> rules,
      int rise,
      int fall,
      List<Falling> falling) {}

  /** What came out of a rule, and the first of those that fail it. */
  public record OfRule(String rule, Map<Status, Integer> counts, List<EntityRef> failing) {
    /** In the order of the outcomes. */
    public List<StatusCount> statusCounts() {
      return Arrays.stream(Status.values())
          .filter(counts::containsKey)
          .map(status -> new StatusCount(status, counts.getOrDefault(status, 0)))
          .toList();
    }
  }

  /** How many entities have an outcome. */
  public record StatusCount(Status status, int count) {}

  /** An entity that would stand lower, and the levels; null for none. */
  public record Falling(EntityRef entity, @Nullable String before, @Nullable String after) {}

  /**
   * How many would stand where, from the lowest level of the descriptor to the highest.
   *
   * @param spec of the scorecard, as somebody wrote it
   */
  public List<LevelCount> levelCounts(Map<String, ?> spec) {
    List<String> levels =
        spec.get("levels") instanceof List<?> list
            ? list.stream()
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .sorted(Comparator.comparingInt(DryRunAnswer::rank))
                .map(level -> String.valueOf(level.get("name")))
                .toList()
            : List.of();
    return LevelCount.of(outcome.levels(), levels);
  }

  private static int rank(Map<?, ?> level) {
    return level.get("rank") instanceof Number rank ? rank.intValue() : 0;
  }
}
