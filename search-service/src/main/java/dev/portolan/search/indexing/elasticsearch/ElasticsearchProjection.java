package dev.portolan.search.indexing.elasticsearch;

import dev.portolan.events.ChangeType;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.search.indexing.RecentDeletions;
import dev.portolan.search.indexing.RefreshPacing;
import dev.portolan.search.intake.Projection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Writes entities as documents, each under its reference and its version. */
final class ElasticsearchProjection implements Projection {
  private final EntityIndex index;
  private final BulkWrites writes;
  private final RecentDeletions deletions;
  private final Clock clock;
  private final TrailingRefresh trailing;
  private final RefreshPacing pacing = new RefreshPacing();

  ElasticsearchProjection(
      EntityIndex index,
      BulkWrites writes,
      RecentDeletions deletions,
      TrailingRefresh trailing,
      Clock clock) {
    this.index = index;
    this.writes = writes;
    this.deletions = deletions;
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
    Map<EntityRef, String> refused = writes.apply(index.name(), changes, wait.isZero());
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

  @Override
  public void makeVisible() {
    index.refresh();
  }
}
