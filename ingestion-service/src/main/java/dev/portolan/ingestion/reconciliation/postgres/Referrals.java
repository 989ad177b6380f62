package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.alias.Alias;
import dev.portolan.ingestion.alias.AliasedRelations;
import dev.portolan.ingestion.alias.Aliases;
import dev.portolan.ingestion.alias.Named;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.observation.RelationFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks up those to whom entities refer by any name that they have. */
@Component
class Referrals {
  private final AliasTable table;
  private final RelationFields fields;

  Referrals(AliasTable table, RelationFields fields) {
    this.table = table;
    this.fields = fields;
  }

  /**
   * The relations of a chunk, which knows itself and what is stored.
   *
   * @param chunk what the sources will say of each entity of the chunk; nothing of one that goes
   */
  RelationFields of(Map<EntityRef, List<Observation>> chunk) {
    Set<EntityRef> targets = targets(chunk);
    if (targets.isEmpty()) {
      return fields;
    }
    Map<EntityRef, List<Named>> named = new HashMap<>();
    table
        .named(targets)
        .forEach(
            (alias, who) ->
                named.put(
                    alias,
                    who.stream()
                        .filter(one -> !chunk.containsKey(one.ref()))
                        .collect(Collectors.toCollection(ArrayList::new))));
    named(chunk, targets)
        .forEach((alias, who) -> named.computeIfAbsent(alias, _ -> new ArrayList<>()).addAll(who));
    chunk.forEach(
        (ref, said) -> {
          if (!said.isEmpty()) {
            named.remove(ref);
          }
        });
    return new AliasedRelations(fields, new Aliases(named));
  }

  /** Whom the chunk refers to, where it does by any name. */
  private Set<EntityRef> targets(Map<EntityRef, List<Observation>> chunk) {
    return chunk.values().stream()
        .filter(said -> said.stream().anyMatch(each -> Alias.isUsedBy(each.entity())))
        .flatMap(List::stream)
        .flatMap(each -> fields.relationsOf(each.entity()).stream())
        .map(Relation::target)
        .collect(Collectors.toSet());
  }

  private static Map<EntityRef, Set<Named>> named(
      Map<EntityRef, List<Observation>> chunk, Set<EntityRef> targets) {
    Map<EntityRef, Set<Named>> named = new HashMap<>();
    chunk.values().stream()
        .flatMap(List::stream)
        .map(Observation::entity)
        .forEach(
            entity -> {
              for (EntityRef alias : Alias.of(entity)) {
                if (targets.contains(alias)) {
                  named
                      .computeIfAbsent(alias, _ -> new LinkedHashSet<>())
                      .add(new Named(entity.ref(), Alias.dialect(entity)));
                }
              }
            });
    return named;
  }
}
