package dev.portolan.gateway.decision;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exemption as somebody asks for it.
 *
 * @param rules null or none for all
 * @param expires null for never
 */
public record ExemptionInput(
    String scorecard,
    @Nullable List<String> rules,
    String entity,
    String reason,
    String requestedBy,
    @Nullable OffsetDateTime expires) {
  /** What is asked, apart from what about. */
  public Exemption.Request request() {
    return new Exemption.Request(reason, requestedBy, expires);
  }
}
