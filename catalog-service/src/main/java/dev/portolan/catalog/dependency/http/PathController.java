package dev.portolan.catalog.dependency.http;

import dev.portolan.catalog.dependency.AllShortestPaths;
import dev.portolan.catalog.dependency.ImpactAnalysis;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** By which ways one entity depends on another. */
@RestController
class PathController {
  private static final int PAGE = 20;
  private static final int MOST = 500;

  private final GraphAt graph;

  PathController(GraphAt graph) {
    this.graph = graph;
  }

  record Ends(@Nullable EntityRef from, @Nullable EntityRef to, @Nullable Instant asOf) {}

  record AllEnds(
      @Nullable EntityRef from,
      @Nullable EntityRef to,
      @Nullable Integer first,
      @Nullable Instant asOf) {}

  record Path(List<String> refs) {}

  @PostMapping("/api/path")
  Path path(@RequestBody Ends ends) {
    EntityRef from = Asked.ref(ends.from(), "from");
    EntityRef to = Asked.ref(ends.to(), "to");
    return new ImpactAnalysis(graph.at(ends.asOf()))
        .path(from.toString(), to.toString())
        .map(Path::new)
        .orElseThrow(() -> NothingThereException.between(from, to, ends.asOf()));
  }

  @PostMapping("/api/paths")
  AllShortestPaths paths(@RequestBody AllEnds ends) {
    EntityRef from = Asked.ref(ends.from(), "from");
    EntityRef to = Asked.ref(ends.to(), "to");
    int first = Bounds.first(ends.first(), PAGE);
    if (first > MOST) {
      throw new InvalidQueryException("first is " + first + "; at most " + MOST + " are named");
    }
    return new ImpactAnalysis(graph.at(ends.asOf()))
        .paths(from.toString(), to.toString(), first)
        .orElseThrow(() -> NothingThereException.between(from, to, ends.asOf()));
  }
}
