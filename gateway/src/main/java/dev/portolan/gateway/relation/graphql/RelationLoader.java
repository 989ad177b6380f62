package dev.portolan.gateway.relation.graphql;

import static dev.portolan.gateway.limit.Limits.exceeded;

import dev.portolan.gateway.relation.RelationPage;
import dev.portolan.gateway.relation.RelationQuestion;
import dev.portolan.gateway.relation.RelationsAt;
import dev.portolan.gateway.relation.http.CatalogRelations;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceFailedException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Fetches the relations of all entities on one level of an answer with one call for each moment
 * that they are asked for. A moment that cannot be answered fails none of the others.
 */
@Component
class RelationLoader {
  /** Each moment of the past is a graph of its own. */
  private static final int MOST_MOMENTS = 20;

  private final CatalogRelations catalog;
  private final Calls calls;

  RelationLoader(BatchLoaderRegistry loaders, CatalogRelations catalog, Calls calls) {
    this.catalog = catalog;
    this.calls = calls;
    loaders
        .forTypePair(RelationsAt.class, ComingPage.class)
        .withOptions(options -> options.setMaxBatchSize(CatalogRelations.LONGEST_BATCH))
        .registerBatchLoader(
            (questions, env) -> Flux.defer(() -> Flux.fromIterable(start(questions))));
  }

  private List<ComingPage> start(List<RelationsAt> questions) {
    Map<Optional<Instant>, List<RelationQuestion>> byMoment =
        questions.stream()
            .collect(
                Collectors.groupingBy(
                    at -> Optional.ofNullable(at.asOf()),
                    Collectors.mapping(RelationsAt::question, Collectors.toList())));
    if (byMoment.size() > MOST_MOMENTS) {
      throw exceeded(
          "This asks for the relations of %d moments at once, and %d are allowed: ask for shorter pages (`first`) of the history."
              .formatted(byMoment.size(), MOST_MOMENTS));
    }
    Map<RelationsAt, ComingPage> pages = new HashMap<>();
    byMoment.forEach((at, same) -> pages.putAll(start(same, at.orElse(null))));
    return questions.stream().map(pages::get).toList();
  }

  private Map<RelationsAt, ComingPage> start(
      List<RelationQuestion> questions, @Nullable Instant asOf) {
    CompletableFuture<List<RelationPage>> answer = calls.start(() -> load(questions, asOf));
    Map<RelationsAt, ComingPage> pages = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      int place = i;
      pages.put(
          new RelationsAt(questions.get(i), asOf),
          new ComingPage(answer.thenApply(all -> all.get(place))));
    }
    return pages;
  }

  private List<RelationPage> load(List<RelationQuestion> questions, @Nullable Instant asOf) {
    List<RelationPage> pages =
        catalog.batch(new CatalogRelations.Questions(questions, asOf)).results();
    if (pages.size() != questions.size()) {
      throw new ServiceFailedException(
          Service.CATALOG,
          "answered " + pages.size() + " of " + questions.size() + " questions for relations");
    }
    return pages;
  }
}
