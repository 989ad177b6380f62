package dev.portolan.ingestion.following;

import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.following.postgres.ItemTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers what the items of a source describe before it hands their documents on: what is known
 * of an item must not be less than what is said by it.
 */
public final class ItemReception implements Reception {
  private static final int TOGETHER = 1_000;

  private final Reception next;
  private final ItemTable items;
  private final String source;
  private final long sync;
  private final List<FoundDocument> waiting = new ArrayList<>();

  /** Takes the documents of a full sync. */
  public ItemReception(Reception next, ItemTable items, String source, long sync) {
    this.next = next;
    this.items = items;
    this.source = source;
    this.sync = sync;
  }

  @Override
  public void take(FoundDocument document) {
    waiting.add(document);
    if (waiting.size() >= TOGETHER) {
      handOn();
    }
  }

  /** No more comes. */
  public void finish() {
    handOn();
  }

  private void handOn() {
    items.remember(source, sync, Items.of(waiting));
    waiting.forEach(next::take);
    waiting.clear();
  }
}
