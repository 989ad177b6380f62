package dev.portolan.gateway.initiative.http;

import dev.portolan.gateway.initiative.InitiativeView;
import dev.portolan.gateway.initiative.OpenEntity;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What scorecard-service answers about initiatives. */
public interface Initiatives {
  @GetExchange("/api/initiatives")
  All initiatives();

  @GetExchange("/api/initiatives/{namespace}/{name}/open")
  Open open(
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam int first,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String owner);

  /** All initiatives. */
  record All(List<InitiativeView> initiatives) {}

  /** A page of those who have something left to do; the next comes after its last reference. */
  record Open(int total, List<OpenEntity> open, boolean hasNextPage) {
    /** The same as a part of the list. */
    public Slice<OpenEntity> slice() {
      String end = open.isEmpty() ? null : open.getLast().entity().toString();
      return new Slice<>(total, open, end, hasNextPage);
    }
  }
}
