package dev.portolan.gateway.entity.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.entity.http.CatalogEntities;
import dev.portolan.gateway.service.Calls;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fetches all entities that one level of an answer names with one call. */
@Component
class EntityLoader {
  private final CatalogEntities catalog;

  EntityLoader(BatchLoaderRegistry loaders, CatalogEntities catalog, Calls calls) {
    this.catalog = catalog;
    loaders
        .forTypePair(EntityRef.class, EntityView.class)
        .withOptions(options -> options.setMaxBatchSize(CatalogEntities.LONGEST_BATCH))
        .registerMappedBatchLoader((refs, env) -> Mono.fromFuture(calls.start(() -> load(refs))));
  }

  private Map<EntityRef, EntityView> load(Set<EntityRef> refs) {
    return catalog.batch(new CatalogEntities.Refs(refs)).entities().stream()
        .collect(Collectors.toMap(EntityView::ref, Function.identity(), (one, same) -> one));
  }
}
