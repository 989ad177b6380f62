package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity of kind Exemption: an entity need not keep some rules of a scorecard.
 *
 * @param ref the exemption
 * @param scorecard whose rules
 * @param rules their ids; empty for all
 * @param status whether it counts
 * @param reason why it was asked for
 * @param decidedBy who approved or denied it
 * @param expires when it ends; null for never
 */
public record Exemption(
    EntityRef ref,
    EntityRef scorecard,
    List<String> rules,
    Status status,
    String reason,
    @Nullable String decidedBy,
    @Nullable Instant expires) {
  /** The kind of such entities, as references write it. */
  public static final String KIND = "exemption";

  /** The relation to the entity that it is for. */
  public static final String RELATION = "exempts";

  /** What became of the request. */
  public enum Status {
    REQUESTED,
    APPROVED,
    DENIED
  }

  /** Reads one; empty when it cannot be told what it is about, so that it exempts nobody. */
  public static Optional<Exemption> read(Facts facts) {
    Map<?, ?> spec = facts.spec();
    Optional<EntityRef> scorecard = Texts.ref(spec.get("scorecard"), Scorecard.KIND);
    Optional<Status> status = Texts.constant(spec.get("status"), Status.class);
    Object expires = spec.get("expires");
    Optional<Instant> end = Texts.instant(expires);
    if (scorecard.isEmpty() || status.isEmpty() || (expires != null && end.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Exemption(
            facts.ref(),
            scorecard.get(),
            Texts.list(spec.get("rules")),
            status.get(),
            Texts.text(spec.get("reason")).orElse(""),
            Texts.text(spec.get("decidedBy")).orElse(null),
            end.orElse(null)));
  }

  /** Whether it is about that rule. */
  public boolean covers(EntityRef scorecard, String rule) {
    return this.scorecard.equals(scorecard) && (rules.isEmpty() || rules.contains(rule));
  }

  /** Whether it counts at that time. */
  boolean counts(Moment moment) {
    return status == Status.APPROVED && (expires == null || moment.isBefore(expires));
  }

  /** The exemption in words. */
  String words() {
    String until = expires == null ? "" : " until " + expires;
    String by = decidedBy == null ? "" : " by " + decidedBy;
    return "exempt" + until + by + (reason.isEmpty() ? "" : ": " + reason);
  }
}
