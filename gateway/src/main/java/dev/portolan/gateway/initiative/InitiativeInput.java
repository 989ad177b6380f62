package dev.portolan.gateway.initiative;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.portal.Descriptor;
import dev.portolan.gateway.scorecard.KnownScorecards;
import dev.portolan.gateway.scorecard.ScorecardView;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An initiative as somebody sets it up.
 *
 * @param status null for active
 * @param start null for at once
 * @param filter which entities, in CEL; null for all
 * @param remindDays how many days before the deadline those are told who still have something to
 *     do; null for what scorecard-service takes
 */
public record InitiativeInput(
    String name,
    String namespace,
    @Nullable String title,
    @Nullable String description,
    @Nullable String owner,
    @Nullable Status status,
    @Nullable OffsetDateTime start,
    OffsetDateTime deadline,
    @Nullable String filter,
    @Nullable List<Integer> remindDays,
    List<Target> targets) {
  /** What is said of where it is; the rest follows from its dates. */
  public enum Status {
    DRAFT,
    ACTIVE,
    ENDED
  }

  /** Rules of a scorecard, or the level to reach by it. */
  public record Target(String scorecard, @Nullable List<String> rules, @Nullable String level) {}

  /**
   * The descriptor that says it.
   *
   * @throws CodedException when it names a scorecard, a rule or a level that there is not, or dates
   *     in the wrong order
   */
  public Map<String, Object> descriptor(KnownScorecards known) {
    if (start != null && !start.isBefore(deadline)) {
      throw refused(
          "`start` is %s, which is not before `deadline`, %s.".formatted(start, deadline));
    }
    if (targets.isEmpty()) {
      throw refused("`targets` names nothing; it names scorecards, each with rules or a level.");
    }
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("namespace", namespace);
    metadata.put("title", title);
    metadata.put("description", description);
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put("owner", owner);
    spec.put("status", status == null ? null : status.name().toLowerCase(Locale.ROOT));
    spec.put("start", start == null ? null : start.toInstant().toString());
    spec.put("deadline", deadline.toInstant().toString());
    spec.put("filter", filter);
    spec.put("remindDays", remindDays);
    List<Object> wanted = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      wanted.add(wanted(targets.get(i), known, "`targets[" + i + "]`"));
    }
    spec.put("targets", wanted);
    return Descriptor.of("Initiative", metadata, spec);
  }

  private static Map<String, Object> wanted(Target target, KnownScorecards known, String place) {
    ScorecardView scorecard = known.named(target.scorecard());
    List<String> rules = target.rules() == null ? List.of() : target.rules();
    String level = target.level();
    if ((level == null) == rules.isEmpty()) {
      throw refused(place + " names either `rules` or the `level` to reach.");
    }
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("scorecard", scorecard.ref().toString());
    if (level == null) {
      rules.forEach(scorecard::rule);
      wanted.put("rules", rules);
    } else {
      wanted.put("level", scorecard.level(level).name());
    }
    return wanted;
  }

  private static CodedException refused(String message) {
    return new CodedException(ErrorCode.BAD_REQUEST, message);
  }
}
