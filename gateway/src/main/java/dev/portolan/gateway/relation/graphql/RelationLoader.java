package dev.portolan.gateway.relation.graphql;

import dev.portolan.gateway.relation.RelationPage;
import dev.portolan.gateway.relation.RelationQuestion;
import dev.portolan.gateway.relation.http.CatalogRelations;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceFailedException;
import java.util.List;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fetches the relations of all entities on one level of an answer with one call. */
@Component
class RelationLoader {
  private final CatalogRelations catalog;

  RelationLoader(BatchLoaderRegistry loaders, CatalogRelations catalog, Calls calls) {
    this.catalog = catalog;
    loaders
        .forTypePair(RelationQuestion.class, RelationPage.class)
        .withOptions(options -> options.setMaxBatchSize(CatalogRelations.LONGEST_BATCH))
        .registerBatchLoader(
            (questions, env) ->
                Mono.fromFuture(calls.start(() -> load(questions)))
                    .flatMapMany(Flux::fromIterable));
  }

  private List<RelationPage> load(List<RelationQuestion> questions) {
    List<RelationPage> pages = catalog.batch(new CatalogRelations.Questions(questions)).results();
    if (pages.size() != questions.size()) {
      throw new ServiceFailedException(
          Service.CATALOG,
          "answered " + pages.size() + " of " + questions.size() + " questions for relations");
    }
    return pages;
  }
}
