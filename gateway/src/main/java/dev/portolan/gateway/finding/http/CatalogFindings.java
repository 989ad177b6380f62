package dev.portolan.gateway.finding.http;

import dev.portolan.gateway.finding.FindingAnswer;
import dev.portolan.gateway.finding.FindingKind;
import dev.portolan.gateway.impact.ImpactFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What catalog-service finds. */
public interface CatalogFindings {

  @PostExchange("/api/findings")
  FindingAnswer findings(@RequestBody Question question);

  /** Which findings, of which moment, and which page of them. */
  record Question(
      FindingKind kind,
      @Nullable ImpactFilter filter,
      @Nullable Instant asOf,
      int first,
      @Nullable String after) {}
}
