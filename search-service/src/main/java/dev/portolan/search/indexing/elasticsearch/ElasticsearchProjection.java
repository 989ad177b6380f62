package dev.portolan.search.indexing.elasticsearch;

import static dev.portolan.search.indexing.elasticsearch.Failures.reaching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import dev.portolan.events.ChangeType;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.search.indexing.RecentDeletions;
import dev.portolan.search.indexing.RefreshPacing;
import dev.portolan.search.indexing.elasticsearch.Verdict.Applied;
import dev.portolan.search.indexing.elasticsearch.Verdict.Refused;
import dev.portolan.search.indexing.elasticsearch.Verdict.Retry;
import dev.portolan.search.indexing.elasticsearch.Verdict.Skipped;
import dev.portolan.search.intake.Projection;
import dev.portolan.search.intake.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes entities as documents, each under its reference and its version. */
final class ElasticsearchProjection implements Projection {
  private final ElasticsearchClient elasticsearch;
  private final EntityIndex index;
  private final RecentDeletions deletions;
  private final IndexMetrics metrics;
  private final Clock clock;
  private final TrailingRefresh trailing;
  private final RefreshPacing pacing = new RefreshPacing();

  ElasticsearchProjection(
      ElasticsearchClient elasticsearch,
      EntityIndex index,
      RecentDeletions deletions,
      IndexMetrics metrics,
      TrailingRefresh trailing,
      Clock clock) {
    this.elasticsearch = elasticsearch;
    this.index = index;
    this.deletions = deletions;
    this.metrics = metrics;
    this.trailing = trailing;
    this.clock = clock;
  }

  @Override
  public void prepare() {
    index.create();
  }

  @Override
  public Map<EntityRef, String> apply(List<EntityChanged> changes) {
    Duration wait = pacing.within(changes.size(), clock.instant());
    Map<EntityRef, String> refused = new HashMap<>();
    for (List<BulkOperation> request : Writes.of(changes)) {
      for (BulkResponseItem item : send(request, wait.isZero()).items()) {
        judge(item, refused);
      }
    }
    if (!wait.isZero()) {
      trailing.within(wait);
    }
    for (EntityChanged change : changes) {
      if (change.change() == ChangeType.DELETED) {
        deletions.add(change.ref(), change.version());
      }
    }
    return refused;
  }

  /** An alias is required: else Elasticsearch would make an index of its own devising. */
  private BulkResponse send(List<BulkOperation> operations, boolean refresh) {
    return reaching(
        () ->
            elasticsearch.bulk(
                bulk ->
                    bulk.index(index.name())
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

  @Override
  public void makeVisible() {
    index.refresh();
  }
}
