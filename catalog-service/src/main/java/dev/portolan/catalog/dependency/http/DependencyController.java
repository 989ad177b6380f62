package dev.portolan.catalog.dependency.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.portolan.catalog.dependency.DependencyGraph;
import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.Impact;
import dev.portolan.catalog.dependency.ImpactAnalysis;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.ImpactQuestion;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.catalog.version.Patience;
import dev.portolan.catalog.version.RefVersion;
import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What breaks, and why. */
@RestController
class DependencyController {
  private static final int PAGE = 100;

  private final ImpactAnalysis analysis;

  DependencyController(DependencyGraph graph) {
    this.analysis = new ImpactAnalysis(graph);
  }

  record Question(
      @Nullable EntityRef ref,
      @Nullable Direction direction,
      @Nullable Integer maxDepth,
      @Nullable List<String> relationTypes,
      @Nullable ImpactFilter filter,
      @Nullable Integer owners,
      @Nullable List<RefVersion> minVersion,
      @Nullable Integer first,
      @Nullable String after) {}

  /** An impact, and whether a version was asked for that has not arrived yet. */
  record Answer(@JsonUnwrapped Impact impact, boolean stale) {}

  record Ends(@Nullable EntityRef from, @Nullable EntityRef to) {}

  record Path(List<String> refs) {}

  @PostMapping("/api/impact")
  Answer impact(@RequestBody Question question) {
    EntityRef root = required(question.ref(), "ref");
    if (question.maxDepth() != null && question.maxDepth() < 1) {
      throw new InvalidQueryException("maxDepth is " + question.maxDepth() + "; the least is 1");
    }
    ImpactQuestion asked =
        new ImpactQuestion(
            root.toString(),
            question.direction() == null ? Direction.DEPENDENTS : question.direction(),
            question.maxDepth(),
            question.relationTypes() == null
                ? null
                : Bounds.atMost(Bounds.LONGEST_FILTER, question.relationTypes(), "relationTypes"),
            ImpactFilterBounds.checked(question.filter()),
            question.owners() == null || question.owners() == 0
                ? 0
                : Bounds.first(question.owners(), PAGE),
            Bounds.first(question.first(), PAGE),
            question.after());
    List<RefVersion> wanted = question.minVersion() == null ? List.of() : question.minVersion();
    Bounds.atMost(Bounds.LONGEST_BATCH, wanted, "minVersion")
        .forEach(one -> required(one.ref(), "minVersion.ref"));
    boolean fresh = Patience.until(() -> analysis.hasReached(wanted));
    return analysis
        .impact(asked)
        .map(impact -> new Answer(impact, !fresh))
        .orElseThrow(
            () ->
                new NothingThereException(
                    root + " is neither an entity nor the target of a relation"));
  }

  @PostMapping("/api/path")
  Path path(@RequestBody Ends ends) {
    EntityRef from = required(ends.from(), "from");
    EntityRef to = required(ends.to(), "to");
    return analysis
        .path(from.toString(), to.toString())
        .map(Path::new)
        .orElseThrow(
            () ->
                new NothingThereException(
                    "Neither of " + from + " and " + to + " depends on the other"));
  }

  private static EntityRef required(@Nullable EntityRef ref, String name) {
    if (ref == null) {
      throw new InvalidQueryException(name + " is missing");
    }
    return ref;
  }
}
