package dev.portolan.gateway.relation.http;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.relation.PathView;
import dev.portolan.gateway.relation.RelationPage;
import dev.portolan.gateway.relation.RelationQuestion;
import dev.portolan.gateway.relation.ShortestPaths;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  @PostExchange("/api/paths")
  ShortestPaths paths(@RequestBody AllEnds ends);

  /** At most {@link #LONGEST_BATCH} questions about one moment; null for now. */
  record Questions(List<RelationQuestion> queries, @Nullable Instant asOf) {}

  /** The answers, in the order of the questions. */
  record Results(List<RelationPage> results) {}

  /** Where a path begins and ends. */
  record Ends(EntityRef from, EntityRef to, @Nullable Instant asOf) {}

  /** Where paths begin and end, and how many to name. */
  record AllEnds(EntityRef from, EntityRef to, int first, @Nullable Instant asOf) {}
}
