package dev.portolan.ingestion.kind;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds that have a definition, and what is done with those that have none. */
public final class Kinds {
  private final Map<String, KindDefinition> byName = new HashMap<>();
  private final List<RelationField> relationsOfOthers;

  /**
   * Takes definitions.
   *
   * @param definitions one for each kind
   * @param relationsOfOthers the fields that are relations in a kind without definition
   */
  Kinds(List<KindDefinition> definitions, List<RelationField> relationsOfOthers) {
    definitions.forEach(kind -> byName.put(kind.kind().toLowerCase(Locale.ROOT), kind));
    this.relationsOfOthers = List.copyOf(relationsOfOthers);
  }

  /** The kinds that come with Portolan. */
  public static Kinds shipped() {
    return ShippedKinds.read();
  }

  /** The definition of a kind, however its case. */
  public Optional<KindDefinition> named(String kind) {
    return Optional.ofNullable(byName.get(kind.toLowerCase(Locale.ROOT)));
  }

  /** The fields that are relations in a kind without definition. */
  public List<RelationField> relationsOfOthers() {
    return relationsOfOthers;
  }
}
