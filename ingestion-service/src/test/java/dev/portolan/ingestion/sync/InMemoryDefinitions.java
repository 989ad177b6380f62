package dev.portolan.ingestion.sync;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.SpecFault;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.sync.Misfits.Misfit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** A catalog of one source, with the entities that a run writes; nothing is in it at first. */
public final class InMemoryDefinitions implements Definitions {
  final Map<EntityRef, Entity> entities = new TreeMap<>();

  void write(Chunk chunk) {
    chunk.said().forEach(each -> entities.put(each.ref(), each.entity()));
  }

  @Override
  public Kinds with(Collection<Description> said) {
    Map<EntityRef, Entity> all = new HashMap<>(entities);
    said.forEach(each -> all.put(each.ref(), each.entity()));
    List<KindDefinition> own =
        all.values().stream()
            .filter(entity -> entity.kind().equals("Kind"))
            .map(
                entity ->
                    KindDefinition.of(
                        entity.name(),
                        entity.title(),
                        JsonMapper.shared().valueToTree(entity.spec())))
            .toList();
    return Kinds.shippedAnd(own, own.toString());
  }

  @Override
  public Misfits misfits(KindDefinition definition, Set<EntityRef> apart) {
    List<Misfit> misfits = new ArrayList<>();
    entities.forEach(
        (ref, entity) -> {
          if (ref.kind().equalsIgnoreCase(definition.kind()) && !apart.contains(ref)) {
            List<SpecFault> faults =
                definition.faults(JsonMapper.shared().valueToTree(entity.spec()));
            faults.stream().limit(1).forEach(fault -> misfits.add(new Misfit(ref, fault)));
          }
        });
    return new Misfits(misfits.size(), entities.size(), misfits);
  }
}
