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
  private final String fingerprint;

  /**
   * Takes definitions.
   *
   * @param definitions one for each kind
   * @param relationsOfOthers the fields that are relations in a kind without definition
   * @param fingerprint that no other set of kinds has
   */
  Kinds(
      List<KindDefinition> definitions, List<RelationField> relationsOfOthers, String fingerprint) {
    definitions.forEach(kind -> byName.put(kind.kind().toLowerCase(Locale.ROOT), kind));
    this.relationsOfOthers = List.copyOf(relationsOfOthers);
    this.fingerprint = fingerprint;
  }

  /** The kinds that come with Portolan. */
  public static Kinds shipped() {
    return ShippedKinds.read();
  }

  /** The definition of a kind, however its case. */
  public Optional<KindDefinition> named(String kind) {
    return Optional.ofNullable(byName.get(kind.toLowerCase(Locale.ROOT)));
  }

  /**
   * Tells this set of kinds from any other: with another one, the same text may be read otherwise.
   */
  public String fingerprint() {
    return fingerprint;
  }

  /** The fields that are relations in a kind without definition. */
  public List<RelationField> relationsOfOthers() {
    return relationsOfOthers;
  }
}
