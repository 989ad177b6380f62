package dev.portolan.catalog.finding.http;

import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.http.GraphAt;
import dev.portolan.catalog.dependency.http.ImpactFilterBounds;
import dev.portolan.catalog.finding.FindingKind;
import dev.portolan.catalog.finding.FindingPage;
import dev.portolan.catalog.finding.Findings;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.InvalidQueryException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the graph as a whole shows. */
@RestController
class FindingController {
  private static final int PAGE = 50;

  private final GraphAt graph;

  FindingController(GraphAt graph) {
    this.graph = graph;
  }

  record Question(
      @Nullable FindingKind kind,
      @Nullable ImpactFilter filter,
      @Nullable Instant asOf,
      @Nullable Integer first,
      @Nullable String after) {}

  @PostMapping("/api/findings")
  FindingPage findings(@RequestBody Question question) {
    FindingKind kind = question.kind();
    if (kind == null) {
      throw new InvalidQueryException("kind is missing");
    }
    ImpactFilter filter = ImpactFilterBounds.checked(question.filter());
    int first = Bounds.first(question.first(), PAGE);
    return graph.readWhole(
        question.asOf(),
        whole ->
            FindingPage.of(
                kind, Findings.of(kind, whole, filter), first, question.after(), whole.position()));
  }
}
