package dev.portolan.events;

import java.util.List;
import java.util.Optional;

/**
 * A sort of relation: its name in the direction that is stored, the name of its inverse, and
 * whether trouble travels along it.
 *
 * @param name such as {@code dependsOn}
 * @param inverse the derived direction, such as {@code dependencyOf}
 * @param trouble which way trouble travels
 */
public record RelationType(String name, String inverse, Trouble trouble) {

  /** Which way trouble travels along a relation. */
  public enum Trouble {
    /** Nowhere: who owns something is not broken with it. */
    STAYS,
    /** From the target to the source: what depends on a broken thing is in trouble. */
    TO_SOURCE,
    /** From the source to the target: an API is in trouble with its provider. */
    TO_TARGET
  }

  private static final List<RelationType> BUILT_IN =
      List.of(
          new RelationType("dependsOn", "dependencyOf", Trouble.TO_SOURCE),
          new RelationType("ownedBy", "ownerOf", Trouble.STAYS),
          new RelationType("partOf", "hasPart", Trouble.STAYS),
          new RelationType("providesApi", "apiProvidedBy", Trouble.TO_TARGET),
          new RelationType("consumesApi", "apiConsumedBy", Trouble.TO_SOURCE),
          new RelationType("memberOf", "hasMember", Trouble.STAYS),
          new RelationType("childOf", "parentOf", Trouble.STAYS),
          new RelationType("documents", "documentedBy", Trouble.STAYS),
          new RelationType("exempts", "exemptedBy", Trouble.STAYS),
          new RelationType("checks", "checkedBy", Trouble.STAYS));

  /** The types that every catalog knows. */
  public static List<RelationType> builtIn() {
    return BUILT_IN;
  }

  /** The built-in type of that name, in its stored direction. */
  public static Optional<RelationType> named(String name) {
    return BUILT_IN.stream().filter(type -> type.name.equals(name)).findFirst();
  }

  /** The names of all built-in types along which trouble travels. */
  public static List<String> carryingTrouble() {
    return BUILT_IN.stream()
        .filter(type -> type.trouble != Trouble.STAYS)
        .map(RelationType::name)
        .toList();
  }
}
