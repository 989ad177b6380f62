package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.SpecFault;
import dev.portolan.ingestion.kind.TroubleFaults;
import dev.portolan.ingestion.observation.Description;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
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
    Set<EntityRef> taken = new HashSet<>();
    Set<EntityRef> kept = new HashSet<>(refused);
    Map<EntityRef, SpecFault> found = new HashMap<>();
    for (Map.Entry<EntityRef, Description> each : new TreeMap<>(said).entrySet()) {
      EntityRef ref = each.getKey();
      if (refused.contains(ref)) {
        continue;
      }
      JsonNode spec = JsonMapper.shared().valueToTree(each.getValue().entity().spec());
      Optional<SpecFault> fault = TroubleFaults.beside(spec, standing(said.keySet(), taken, kept));
      if (fault.isPresent()) {
        found.put(ref, fault.get());
        kept.add(ref);
      } else {
        taken.add(ref);
      }
    }
    return found;
  }

  /**
   * The kinds that stand when so much of the batch is judged.
   *
   * @param taken what stands as the batch has it
   * @param kept what stays as it was before the batch
   */
  private List<KindDefinition> standing(
      Set<EntityRef> said, Set<EntityRef> taken, Set<EntityRef> kept) {
    return Stream.concat(
            after.all().stream()
                .filter(kind -> !said.contains(ref(kind)) || taken.contains(ref(kind))),
            before.all().stream().filter(kind -> kept.contains(ref(kind))))
        .toList();
  }

  private static EntityRef ref(KindDefinition kind) {
    return new EntityRef(KindDefinition.KIND, EntityRef.DEFAULT_NAMESPACE, kind.kind());
  }
}
