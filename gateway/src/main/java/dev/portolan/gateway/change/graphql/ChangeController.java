package dev.portolan.gateway.change.graphql;

import dev.portolan.gateway.change.ChangeCursor;
import dev.portolan.gateway.change.ChangeFilter;
import dev.portolan.gateway.change.EntityChange;
import dev.portolan.gateway.change.kafka.EntityChanges;
import dev.portolan.gateway.entity.EntityFilter;
import dev.portolan.gateway.service.Calls;
import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

@Controller
class ChangeController {
  private final EntityChanges changes;
  private final Calls calls;

  ChangeController(EntityChanges changes, Calls calls) {
    this.changes = changes;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<String> changesCursor() {
    return calls.start(() -> changes.now().encoded());
  }

  @SubscriptionMapping
  Flux<EntityChange> entityChanged(
      @Argument @Nullable EntityFilter filter,
      @Argument @Nullable String after,
      DataFetchingEnvironment env) {
    DataLoaderRegistry loaders = env.getDataLoaderRegistry();
    return changes
        .changes(
            ChangeFilter.of(filter == null ? EntityFilter.ALL : filter),
            after == null ? null : ChangeCursor.decode(after))
        // One registry serves all events of a subscription: what it holds was true at an earlier
        // one.
        .doOnNext(change -> loaders.getDataLoaders().forEach(DataLoader::clearAll));
  }
}
