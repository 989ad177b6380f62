package dev.portolan.gateway.history.http;

import dev.portolan.events.EntityChanged;
import dev.portolan.gateway.history.OriginalView;
import dev.portolan.gateway.history.ProvenanceView;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What ingestion-service answers about the past of an entity. */
@HttpExchange("/api/entities/{kind}/{namespace}/{name}")
public interface EntityHistory {
  /** The longest page of changes. */
  int LONGEST_PAGE = 500;

  @GetExchange("/history")
  Changes history(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam int first,
      @RequestParam(required = false) @Nullable String after);

  @GetExchange
  EntityChanged asOf(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam String asOf);

  @GetExchange("/provenance")
  Provenance provenance(
      @PathVariable String kind, @PathVariable String namespace, @PathVariable String name);

  @GetExchange("/originals")
  Originals originals(
      @PathVariable String kind, @PathVariable String namespace, @PathVariable String name);

  /** A page of changes, the newest first. */
  record Changes(
      int total, List<EntityChanged> changes, @Nullable String endCursor, boolean hasNextPage) {

    public Slice<EntityChanged> slice() {
      return new Slice<>(total, changes, endCursor, hasNextPage);
    }
  }

  /** The texts in which sources describe an entity. */
  record Originals(List<OriginalView> originals) {}

  /** Where each field comes from. */
  record Provenance(List<ProvenanceView> fields) {}
}
