package dev.portolan.gateway.fact.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.fact.FactView;
import dev.portolan.gateway.fact.http.EntityFacts;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.RefusedException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** What is measured of entities. */
@Controller
class FactController {
  /** Facts are told of one entity at a time; so many are asked about at once. */
  private static final int AT_ONCE = 8;

  private final EntityFacts facts;

  FactController(BatchLoaderRegistry loaders, EntityFacts facts, Calls calls) {
    this.facts = facts;
    loaders
        .<EntityRef, List<FactView>>forName("facts")
        .registerMappedBatchLoader(
            (refs, env) -> Mono.fromFuture(calls.each(refs, AT_ONCE, this::factsOf)));
  }

  /** Of what the write side does not know yet, or not any more, nothing is measured. */
  private List<FactView> factsOf(EntityRef ref) {
    EntityFacts.Facts known =
        RefusedException.orNull(() -> facts.facts(ref.kind(), ref.namespace(), ref.name()));
    return known == null ? List.of() : known.facts();
  }

  @SchemaMapping(typeName = "Entity")
  CompletableFuture<List<FactView>> facts(
      EntityView entity, DataLoader<EntityRef, List<FactView>> facts) {
    return facts.load(entity.present("Facts"));
  }

  @SchemaMapping(typeName = "Fact")
  String name(FactView fact) {
    return fact.fact();
  }

  @SchemaMapping(typeName = "Fact")
  OffsetDateTime observedAt(FactView fact) {
    return fact.observedAt().atOffset(ZoneOffset.UTC);
  }

  @SchemaMapping(typeName = "Fact")
  OffsetDateTime committedAt(FactView fact) {
    return fact.committedAt().atOffset(ZoneOffset.UTC);
  }
}
