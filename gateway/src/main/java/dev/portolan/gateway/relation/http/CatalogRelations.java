package dev.portolan.gateway.relation.http;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.relation.PathView;
import dev.portolan.gateway.relation.RelationPage;
import dev.portolan.gateway.relation.RelationQuestion;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What catalog-service answers about relations. */
public interface CatalogRelations {
  /** How many questions one batch may hold. */
  int LONGEST_BATCH = 500;

  @PostExchange("/api/relations/batch")
  Results batch(@RequestBody Questions questions);

  @PostExchange("/api/path")
  PathView path(@RequestBody Ends ends);

  /** At most {@link #LONGEST_BATCH} questions. */
  record Questions(List<RelationQuestion> queries) {}

  /** The answers, in the order of the questions. */
  record Results(List<RelationPage> results) {}

  /** Where a path begins and ends. */
  record Ends(EntityRef from, EntityRef to) {}
}
