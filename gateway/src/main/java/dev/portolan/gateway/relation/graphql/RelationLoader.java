package dev.portolan.gateway.relation.graphql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        .forTypePair(RelationsAt.class, RelationPage.class)
        .withOptions(options -> options.setMaxBatchSize(CatalogRelations.LONGEST_BATCH))
        .registerMappedBatchLoader(
            (asked, env) ->
                Flux.fromIterable(byMoment(asked).entrySet())
                    .flatMap(
                        moment ->
                            Mono.fromFuture(
                                calls.start(
                                    () -> load(moment.getKey().orElse(null), moment.getValue()))))
                    .reduce(new HashMap<>(), RelationLoader::joined));
  }

  /** A moment is one call: answers show the present as a rule, and one of the past at most. */
  private static Map<Optional<Instant>, List<RelationQuestion>> byMoment(Set<RelationsAt> asked) {
    return asked.stream()
        .collect(
            groupingBy(
                each -> Optional.ofNullable(each.asOf()),
                mapping(RelationsAt::question, toList())));
  }

  private static Map<RelationsAt, RelationPage> joined(
      Map<RelationsAt, RelationPage> some, Map<RelationsAt, RelationPage> others) {
    some.putAll(others);
    return some;
  }

  private Map<RelationsAt, RelationPage> load(
      @Nullable Instant asOf, List<RelationQuestion> questions) {
    List<RelationPage> pages =
        catalog.batch(new CatalogRelations.Questions(questions, asOf)).results();
    if (pages.size() != questions.size()) {
      throw new ServiceFailedException(
          Service.CATALOG,
          "answered " + pages.size() + " of " + questions.size() + " questions for relations");
    }
    Map<RelationsAt, RelationPage> answers = new HashMap<>();
    for (int i = 0; i < pages.size(); i++) {
      answers.put(new RelationsAt(questions.get(i), asOf), pages.get(i));
    }
    return answers;
  }
}
