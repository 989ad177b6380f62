package dev.portolan.gateway.entity.http;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityFilter;
import dev.portolan.gateway.entity.EntityOrder;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.paging.Slice;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What catalog-service answers about entities. */
public interface CatalogEntities {
  /** How many references one batch may hold. */
  int LONGEST_BATCH = 500;

  @PostExchange("/api/entities/batch")
  Batch batch(@RequestBody Refs refs);

  @PostExchange("/api/entities/query")
  Page query(@RequestBody Question question);

  /** At most {@link #LONGEST_BATCH} references. */
  record Refs(Collection<EntityRef> refs) {}

  /** The entities that exist, in any order. */
  record Batch(List<EntityView> entities) {}

  /** Which page of which entities. */
  record Question(EntityFilter filter, EntityOrder orderBy, int first, @Nullable String after) {}

  /** A page of entities. */
  record Page(
      int total, List<EntityView> entities, @Nullable String endCursor, boolean hasNextPage) {

    public Slice<EntityView> slice() {
      return new Slice<>(total, entities, endCursor, hasNextPage);
    }
  }
}
