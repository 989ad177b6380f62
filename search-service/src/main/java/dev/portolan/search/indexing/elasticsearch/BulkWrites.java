package dev.portolan.search.indexing.elasticsearch;

import static dev.portolan.search.indexing.elasticsearch.Failures.reaching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.search.indexing.elasticsearch.Verdict.Applied;
import dev.portolan.search.indexing.elasticsearch.Verdict.Refused;
import dev.portolan.search.indexing.elasticsearch.Verdict.Retry;
import dev.portolan.search.indexing.elasticsearch.Verdict.Skipped;
import dev.portolan.search.intake.StoreUnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes changes in bulk, each under its version. */
final class BulkWrites {
  private final ElasticsearchClient elasticsearch;
  private final IndexMetrics metrics;

  BulkWrites(ElasticsearchClient elasticsearch, IndexMetrics metrics) {
    this.elasticsearch = elasticsearch;
    this.metrics = metrics;
  }

  /**
   * Writes.
   *
   * @param alias of the index
   * @param refresh whether they are found when this returns
   * @return why a change was refused, by its entity
   * @throws StoreUnavailableException when the index and not a change is at fault
   */
  Map<EntityRef, String> apply(String alias, List<EntityChanged> changes, boolean refresh) {
    Map<EntityRef, String> refused = new HashMap<>();
    for (List<BulkOperation> request : Writes.of(changes)) {
      for (BulkResponseItem item : send(alias, request, refresh).items()) {
        judge(item, refused);
      }
    }
    return refused;
  }

  /** An alias is required: else Elasticsearch would make an index of its own devising. */
  private BulkResponse send(String alias, List<BulkOperation> operations, boolean refresh) {
    return reaching(
        () ->
            elasticsearch.bulk(
                bulk ->
                    bulk.index(alias)
                        .requireAlias(true)
                        .operations(operations)
                        .refresh(refresh ? Refresh.True : Refresh.False)));
  }

  private void judge(BulkResponseItem item, Map<EntityRef, String> refused) {
    Verdict verdict = Verdict.of(item);
    metrics.count(verdict);
    switch (verdict) {
      case Applied _, Skipped _ -> {}
      case Retry(String reason) ->
          throw new StoreUnavailableException(
              "Elasticsearch does not take " + item.id() + " now: " + reason, null);
      case Refused(String reason) ->
          refused.put(EntityRef.parse(Objects.requireNonNull(item.id(), "bulk item's id")), reason);
    }
  }
}
