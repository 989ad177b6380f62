package dev.portolan.scorecard.whatif;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.evaluation.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an entity would do on a scorecard, where that differs from how it does.
 *
 * @param ref the entity
 * @param before null where the scorecard is not for it
 * @param after null where the scorecard would not be for it
 * @param rules those whose outcome differs, in the scorecard's order
 */
public record StandingChange(
    EntityRef scorecard,
    EntityRef ref,
    @Nullable Summary before,
    @Nullable Summary after,
    List<RuleChange> rules) {

  /**
   * A standing in short.
   *
   * @param level null for none
   * @param score the share of the possible points that it has, from 0 to 1
   */
  public record Summary(@Nullable String level, double score) {
    static @Nullable Summary of(@Nullable Standing standing) {
      return standing == null ? null : new Summary(standing.level(), standing.percentage() / 100);
    }
  }

  /** A rule's outcome before and after; null where the scorecard is not for the entity. */
  public record RuleChange(String rule, @Nullable Status before, @Nullable Status after) {}

  /** Compares two standings; empty when nothing would be different. */
  static Optional<StandingChange> between(
      EntityRef scorecard, EntityRef ref, @Nullable Standing before, @Nullable Standing after) {
    List<RuleChange> rules = rules(before, after);
    boolean levels =
        !Objects.equals(
            before == null ? null : before.level(), after == null ? null : after.level());
    return rules.isEmpty() && !levels
        ? Optional.empty()
        : Optional.of(
            new StandingChange(scorecard, ref, Summary.of(before), Summary.of(after), rules));
  }

  private static List<RuleChange> rules(@Nullable Standing before, @Nullable Standing after) {
    Map<String, Status> then = statuses(after);
    Map<String, Status> now = statuses(before);
    Map<String, Status> all = new LinkedHashMap<>(then);
    all.putAll(now);
    List<RuleChange> changes = new ArrayList<>();
    for (String rule : all.keySet()) {
      if (now.get(rule) != then.get(rule)) {
        changes.add(new RuleChange(rule, now.get(rule), then.get(rule)));
      }
    }
    return changes;
  }

  private static Map<String, Status> statuses(@Nullable Standing standing) {
    Map<String, Status> statuses = new LinkedHashMap<>();
    if (standing != null) {
      standing.rules().forEach(outcome -> statuses.put(outcome.rule(), outcome.status()));
    }
    return statuses;
  }
}
