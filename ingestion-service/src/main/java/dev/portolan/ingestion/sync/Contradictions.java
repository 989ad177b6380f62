package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.SpecFault;
import dev.portolan.ingestion.kind.TroubleFaults;
import dev.portolan.ingestion.observation.Description;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kinds of a batch that say of a relation type another way of trouble than a kind that stands. Of
 * two of the batch the one stands whose reference comes first, in whatever order they come.
 *
 * @param before the kinds without the batch
 * @param after the kinds with all of it
 */
record Contradictions(Kinds before, Kinds after) {

  /**
   * Finds them.
   *
   * @param said what the batch says, by the kind
   * @param refused kinds of it that do not stand anyway
   */
  Map<EntityRef, SpecFault> in(Map<EntityRef, Description> said, Set<EntityRef> refused) {
    SortedMap<EntityRef, Description> open = new TreeMap<>(said);
    open.keySet().removeAll(refused);
    Map<EntityRef, SpecFault> found = new HashMap<>();
    for (Map.Entry<EntityRef, Description> each : open.entrySet()) {
      EntityRef ref = each.getKey();
      List<KindDefinition> others =
          Stream.concat(
                  after.all().stream()
                      .filter(
                          kind ->
                              !said.containsKey(ref(kind))
                                  || (open.headMap(ref).containsKey(ref(kind))
                                      && !found.containsKey(ref(kind)))),
                  before.all().stream()
                      .filter(kind -> refused.contains(ref(kind)) || found.containsKey(ref(kind))))
              .toList();
      TroubleFaults.beside(JsonMapper.shared().valueToTree(each.getValue().entity().spec()), others)
          .ifPresent(fault -> found.put(ref, fault));
    }
    return found;
  }

  private static EntityRef ref(KindDefinition kind) {
    return new EntityRef(KindDefinition.KIND, EntityRef.DEFAULT_NAMESPACE, kind.kind());
  }
}
