package dev.portolan.catalog.ownership.http;

import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.http.Asked;
import dev.portolan.catalog.dependency.http.GraphAt;
import dev.portolan.catalog.dependency.http.ImpactFilterBounds;
import dev.portolan.catalog.dependency.http.NothingThereException;
import dev.portolan.catalog.ownership.OwnedBelow;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.events.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who owns what, down the tree of groups. */
@RestController
class OwnershipController {
  private static final int PAGE = 100;

  private final GraphAt graph;

  OwnershipController(GraphAt graph) {
    this.graph = graph;
  }

  record Question(
      @Nullable EntityRef ref,
      @Nullable ImpactFilter filter,
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Instant asOf) {}

  @PostMapping("/api/ownership")
  OwnedBelow ownership(@RequestBody Question question) {
    String ref = Asked.ref(question.ref(), "ref").toString();
    ImpactFilter filter = ImpactFilterBounds.checked(question.filter());
    int first = Bounds.first(question.first(), PAGE);
    return graph.readWhole(
        question.asOf(),
        whole -> {
          int root = whole.node(ref);
          if (root == GraphView.NONE) {
            throw NothingThereException.of(ref, question.asOf());
          }
          return OwnedBelow.of(root, whole, filter, first, question.after());
        });
  }
}
