package dev.portolan.catalog.whatif.http;

import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.ImpactQuestion;
import dev.portolan.catalog.dependency.RollUp;
import dev.portolan.catalog.dependency.Supposition;
import dev.portolan.catalog.dependency.WholeGraphs;
import dev.portolan.catalog.dependency.http.Asked;
import dev.portolan.catalog.dependency.http.ImpactFilterBounds;
import dev.portolan.catalog.paging.Bounds;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.catalog.whatif.WhatIf;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What would be different if entities were. */
@RestController
class WhatIfController {
  private static final int PAGE = 100;

  /** The most entities that may be supposed to change. */
  private static final int MOST_CHANGES = 5_000;

  private final WholeGraphs graphs;

  WhatIfController(WholeGraphs graphs) {
    this.graphs = graphs;
  }

  /** What an entity would be; null when it would not exist. */
  record Supposed(@Nullable EntityRef ref, @Nullable Entity entity) {
    EntityChanged change() {
      EntityRef checked = Asked.ref(ref, "changes.ref");
      if (entity != null && !entity.ref().equals(checked)) {
        throw new InvalidQueryException(
            "changes says " + checked + " and carries " + entity.ref() + ": say one of them");
      }
      return Supposition.of(checked, entity);
    }
  }

  record Question(
      @Nullable List<Supposed> changes,
      @Nullable ImpactFilter filter,
      @Nullable Map<RollUp, Integer> rollUps,
      @Nullable Integer owners,
      @Nullable Integer first,
      @Nullable String after) {

    List<EntityChanged> supposed() {
      List<EntityChanged> supposed =
          Bounds.atMost(MOST_CHANGES, changes, "changes").stream().map(Supposed::change).toList();
      Set<EntityRef> refs = supposed.stream().map(EntityChanged::ref).collect(Collectors.toSet());
      if (refs.size() < supposed.size()) {
        throw new InvalidQueryException("changes names an entity twice; it can only be one thing");
      }
      return supposed;
    }

    ImpactQuestion impact(List<EntityChanged> supposed) {
      return new ImpactQuestion(
          supposed.stream().map(change -> change.ref().toString()).sorted().toList(),
          Direction.DEPENDENTS,
          null,
          null,
          ImpactFilterBounds.checked(filter),
          Asked.rollUps(rollUps),
          owners == null || owners == 0 ? 0 : Bounds.first(owners, PAGE),
          Bounds.first(first, PAGE),
          after);
    }
  }

  @PostMapping("/api/what-if")
  WhatIf whatIf(@RequestBody Question question) {
    List<EntityChanged> supposed = question.supposed();
    ImpactQuestion asked = question.impact(supposed);
    return graphs.readWhole(now -> WhatIf.of(now, supposed, asked));
  }
}
