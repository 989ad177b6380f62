package dev.portolan.ingestion.following;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.observation.Description;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the items of a source describe, by what their documents say. */
final class Items {
  private Items() {}

  /** The entities of each item; a rejected document stands by the one that it names. */
  static Map<String, Set<EntityRef>> of(List<FoundDocument> documents) {
    Map<String, Set<EntityRef>> items = new LinkedHashMap<>();
    for (FoundDocument each : documents) {
      Set<EntityRef> refs = items.computeIfAbsent(each.path(), _ -> new HashSet<>());
      switch (each.document()) {
        case ReadDocument.Accepted accepted -> refs.add(Description.of(accepted.entity()).ref());
        case ReadDocument.Rejected rejected -> {
          if (rejected.ref() != null) {
            refs.add(rejected.ref());
          }
        }
        case ReadDocument.PassedOver _ -> {}
      }
    }
    return items;
  }

  /** Whether it cannot be told whom a document is of. */
  static boolean isNameless(FoundDocument found) {
    return found.document() instanceof ReadDocument.Rejected rejected && rejected.ref() == null;
  }
}
