package dev.portolan.ingestion.kind;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds that have a definition, and what is done with those that have none. */
public final class Kinds {
  private static final Kinds SHIPPED = ShippedKinds.read();

  private final Map<String, KindDefinition> byName;
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
      Collection<KindDefinition> definitions,
      List<RelationField> relationsOfOthers,
      String fingerprint) {
    this.byName = new HashMap<>();
    definitions.forEach(kind -> byName.put(lower(kind.kind()), kind));
    this.relationsOfOthers = List.copyOf(relationsOfOthers);
    this.fingerprint = fingerprint;
  }

  /** The kinds that come with Portolan. */
  public static Kinds shipped() {
    return SHIPPED;
  }

  /** Whether a kind, in any case, comes with Portolan, so that nobody else may define it. */
  public static boolean isBuiltIn(String kind) {
    return SHIPPED.byName.containsKey(lower(kind));
  }

  /**
   * Whether what becomes of an entity of that kind may depend on other entities: users define the
   * kind, or it is the one whose entities define kinds.
   */
  public static boolean isOpen(String kind) {
    return !isBuiltIn(kind) || kind.equalsIgnoreCase(KindDefinition.KIND);
  }

  /**
   * The kinds that come with Portolan, and these.
   *
   * @param own definitions of kinds that are not built in
   * @param fingerprint that no other definitions have
   */
  public static Kinds shippedAnd(Collection<KindDefinition> own, String fingerprint) {
    Map<String, KindDefinition> all = new HashMap<>(SHIPPED.byName);
    own.forEach(kind -> all.putIfAbsent(lower(kind.kind()), kind));
    return new Kinds(
        all.values(),
        SHIPPED.relationsOfOthers,
        own.isEmpty() ? SHIPPED.fingerprint : SHIPPED.fingerprint + " " + fingerprint);
  }

  /** The definition of a kind, however its case. */
  public Optional<KindDefinition> named(String kind) {
    return Optional.ofNullable(byName.get(lower(kind)));
  }

  /** All definitions, by kind. */
  public List<KindDefinition> all() {
    return byName.values().stream().sorted(Comparator.comparing(KindDefinition::kind)).toList();
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

  private static String lower(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }
}
