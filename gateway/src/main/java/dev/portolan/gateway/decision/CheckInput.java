package dev.portolan.gateway.decision;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.portal.Descriptor;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.ScorecardView.Rule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody looked whether an entity keeps a rule. */
public record CheckInput(
    String scorecard,
    String rule,
    String entity,
    boolean passed,
    String by,
    @Nullable String notes) {

  /**
   * Refuses a rule at which nobody need look: the check would change nothing.
   *
   * @throws CodedException when it is such, or there is no such rule
   */
  public void checkRule(ScorecardView scorecard) {
    if (scorecard.rule(rule).expression() == null) {
      return;
    }
    List<String> manual =
        scorecard.rules().stream().filter(each -> each.expression() == null).map(Rule::id).toList();
    throw new CodedException(
        ErrorCode.BAD_REQUEST,
        "The rule %s of %s is told by its expression, and nobody need look; to be looked at: %s."
            .formatted(
                rule, scorecard.ref(), manual.isEmpty() ? "none" : String.join(", ", manual)));
  }

  /**
   * The descriptor that says it, in place of what was said when somebody looked before.
   *
   * @param now when somebody looked
   */
  public Map<String, Object> descriptor(Subject subject, Instant now) {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("name", subject.name());
    metadata.put("namespace", subject.entity().namespace());
    metadata.put("title", "Check of " + subject.title());
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put("scorecard", subject.scorecard().ref().toString());
    spec.put("rule", rule);
    spec.put("entity", subject.entity().toString());
    spec.put("passed", passed);
    spec.put("at", now.truncatedTo(ChronoUnit.MILLIS).toString());
    spec.put("by", by);
    spec.put("notes", notes);
    return Descriptor.of("Check", metadata, spec);
  }
}
