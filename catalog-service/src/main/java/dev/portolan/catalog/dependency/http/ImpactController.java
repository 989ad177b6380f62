package dev.portolan.catalog.dependency.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.Impact;
import dev.portolan.catalog.dependency.ImpactAnalysis;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.ImpactQuestion;
import dev.portolan.catalog.dependency.RollUp;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.catalog.version.Patience;
import dev.portolan.catalog.version.RefVersion;
import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What breaks, and why. */
@RestController
class ImpactController {
  private static final int PAGE = 100;

  private final GraphAt graph;

  ImpactController(GraphAt graph) {
    this.graph = graph;
  }

  record Question(
      @Nullable EntityRef ref,
      @Nullable Direction direction,
      @Nullable Integer maxDepth,
      @Nullable List<String> relationTypes,
      @Nullable ImpactFilter filter,
      @Nullable Map<RollUp, Integer> rollUps,
      @Nullable Integer owners,
      @Nullable Instant asOf,
      @Nullable List<RefVersion> minVersion,
      @Nullable Integer first,
      @Nullable String after) {

    ImpactQuestion checked() {
      return new ImpactQuestion(
          List.of(Asked.ref(ref, "ref").toString()),
          direction == null ? Direction.DEPENDENTS : direction,
          Asked.maxDepth(maxDepth),
          Asked.relationTypes(relationTypes),
          ImpactFilterBounds.checked(filter),
          Asked.rollUps(rollUps),
          owners == null || owners == 0 ? 0 : Bounds.first(owners, PAGE),
          Bounds.first(first, PAGE),
          after);
    }

    List<RefVersion> checkedMinVersion() {
      List<RefVersion> wanted =
          Bounds.atMost(
              Bounds.LONGEST_BATCH, minVersion == null ? List.of() : minVersion, "minVersion");
      wanted.forEach(one -> Asked.ref(one.ref(), "minVersion.ref"));
      if (asOf != null && !wanted.isEmpty()) {
        throw new InvalidQueryException(
            "minVersion asks for what comes, asOf for what was: say one");
      }
      return wanted;
    }
  }

  /** An impact, and whether a version was asked for that has not arrived yet. */
  record Answer(String root, @JsonUnwrapped Impact impact, boolean stale) {}

  @PostMapping("/api/impact")
  Answer impact(@RequestBody Question question) {
    ImpactQuestion asked = question.checked();
    List<RefVersion> wanted = question.checkedMinVersion();
    ImpactAnalysis analysis = new ImpactAnalysis(graph.at(question.asOf()));
    boolean fresh = wanted.isEmpty() || Patience.until(() -> analysis.hasReached(wanted));
    String root = asked.roots().getFirst();
    return analysis
        .impact(asked)
        .map(impact -> new Answer(root, impact, !fresh))
        .orElseThrow(() -> NothingThereException.of(root, question.asOf()));
  }
}
