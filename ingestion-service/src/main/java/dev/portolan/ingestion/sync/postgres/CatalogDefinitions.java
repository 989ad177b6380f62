package dev.portolan.ingestion.sync.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.alias.Alias;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.SpecFault;
import dev.portolan.ingestion.kind.postgres.CatalogKinds;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.reconciliation.Decided;
import dev.portolan.ingestion.reconciliation.Decision;
import dev.portolan.ingestion.reconciliation.postgres.EntitiesOfKind;
import dev.portolan.ingestion.reconciliation.postgres.Foresight;
import dev.portolan.ingestion.sync.Definitions;
import dev.portolan.ingestion.sync.Misfits;
import dev.portolan.ingestion.sync.Misfits.Misfit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The definitions of kinds in PostgreSQL. */
@Component
class CatalogDefinitions {
  private final CatalogKinds kinds;
  private final Foresight foresight;
  private final EntitiesOfKind entities;

  CatalogDefinitions(CatalogKinds kinds, Foresight foresight, EntitiesOfKind entities) {
    this.kinds = kinds;
    this.foresight = foresight;
    this.entities = entities;
  }

  /**
   * As a source sees them.
   *
   * @param priority of the source, at the time when it is asked for
   */
  Definitions of(String source, IntSupplier priority) {
    return new Definitions() {
      @Override
      public Kinds with(Collection<Description> said) {
        Kinds now = kinds.refresh();
        return said.isEmpty()
            ? now
            : kinds.with(merged(foresight.say(source, priority.getAsInt(), said)));
      }

      @Override
      public Misfits misfits(KindDefinition definition, Set<EntityRef> apart) {
        return CatalogDefinitions.this.misfits(definition, apart);
      }
    };
  }

  private static Map<EntityRef, Entity> merged(List<Decided> decided) {
    Map<EntityRef, Entity> merged = new HashMap<>();
    for (Decided each : decided) {
      Entity entity =
          switch (each.decision()) {
            case Decision.Changed(var event) -> event.entity();
            case Decision.Unchanged _ -> each.stored().entity();
          };
      merged.put(each.stored().ref(), Objects.requireNonNull(entity));
    }
    return merged;
  }

  private Misfits misfits(KindDefinition definition, Set<EntityRef> apart) {
    long[] counts = new long[2];
    List<Misfit> first = new ArrayList<>();
    entities.each(
        definition.kind(),
        entity -> {
          counts[0]++;
          if (!apart.contains(entity.ref())) {
            Optional<SpecFault> fault = fault(entity, definition);
            if (fault.isPresent()) {
              counts[1]++;
              if (first.size() < Misfits.TOLD) {
                first.add(new Misfit(entity.ref(), fault.get()));
              }
            }
          }
        });
    return new Misfits(counts[1], counts[0], first);
  }

  /** What is described in the words of another portal may lack what only we ask for. */
  private static Optional<SpecFault> fault(Entity entity, KindDefinition definition) {
    boolean translated = !Alias.dialect(entity).isEmpty();
    return definition.faults(JsonMapper.shared().valueToTree(entity.spec())).stream()
        .filter(fault -> !(translated && fault.keyword().equals("required")))
        .findFirst();
  }
}
