package dev.portolan.gateway.decision.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.decision.Subject;
import dev.portolan.gateway.entity.EntityFilter;
import dev.portolan.gateway.entity.EntityOrder;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.entity.http.CatalogEntities;
import dev.portolan.gateway.scorecard.KnownScorecards;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.http.Scorecards;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what somebody decides about, or says what there is instead. */
@Component
class Subjects {
  private static final int MOST_NAMED = 5;

  private final Scorecards scorecards;
  private final CatalogEntities catalog;

  Subjects(Scorecards scorecards, CatalogEntities catalog) {
    this.scorecards = scorecards;
    this.catalog = catalog;
  }

  /**
   * The subject of those names.
   *
   * @throws CodedException when the scorecard, a rule or the entity does not exist
   */
  Subject of(String scorecard, List<String> rules, String entity) {
    EntityRef ref = EntityRef.parse(entity, "component", EntityRef.DEFAULT_NAMESPACE);
    ScorecardView known =
        new KnownScorecards(scorecards.scorecards().scorecards()).named(scorecard);
    List<String> all = rules.stream().distinct().sorted().toList();
    all.forEach(known::rule);
    if (catalog.batch(new CatalogEntities.Refs(List.of(ref))).entities().isEmpty()) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST, "There is no entity %s; %s.".formatted(ref, alike(ref)));
    }
    return new Subject(known, all, ref);
  }

  /** Most often it is the kind or the namespace that is wrong. */
  private String alike(EntityRef ref) {
    EntityFilter named =
        new EntityFilter(null, null, List.of(ref.name()), null, null, null, null, null, null, null);
    List<EntityView> entities =
        catalog
            .query(new CatalogEntities.Question(named, EntityOrder.BY_REF, MOST_NAMED, null))
            .entities();
    return entities.isEmpty()
        ? "there is none of that name at all"
        : entities.stream()
            .map(each -> each.ref().toString())
            .collect(Collectors.joining(", ", "of that name there are ", ""));
  }
}
