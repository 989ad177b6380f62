package dev.portolan.catalog.dependency.http;

import dev.portolan.catalog.dependency.DependencyGraph;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.Surroundings;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is around an entity. */
@RestController
class SurroundingsController {
  private static final int MOST_HOPS = 10;

  private final GraphAt graph;

  SurroundingsController(GraphAt graph) {
    this.graph = graph;
  }

  /**
   * Around what, and how far.
   *
   * @param hops how many relations away; null means 0
   * @param below whether all that is part of it is meant instead
   */
  record Question(
      @Nullable EntityRef ref,
      @Nullable Integer hops,
      @Nullable Boolean below,
      @Nullable Instant asOf) {}

  @PostMapping("/api/surroundings")
  Surroundings surroundings(@RequestBody Question question) {
    String ref = Asked.ref(question.ref(), "ref").toString();
    int hops = question.hops() == null ? 0 : question.hops();
    boolean below = Boolean.TRUE.equals(question.below());
    if (hops < 0 || hops > MOST_HOPS || (below && hops > 0)) {
      throw new InvalidQueryException(
          "hops is %d; say 0 to %d of them, or below alone".formatted(hops, MOST_HOPS));
    }
    DependencyGraph at = graph.at(question.asOf());
    Set<String> types = at.relationTypes();
    return at.read(
        view -> {
          int root = view.node(ref);
          if (root == GraphView.NONE) {
            throw NothingThereException.of(ref, question.asOf());
          }
          return below
              ? Surroundings.below(root, view)
              : Surroundings.within(hops, root, view, types);
        });
  }
}
