package dev.portolan.events;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    STAYS("stays"),
    /** From the target to the source: what depends on a broken thing is in trouble. */
    TO_SOURCE("toSource"),
    /** From the source to the target: an API is in trouble with its provider. */
    TO_TARGET("toTarget");

    private final String word;

    Trouble(String word) {
      this.word = word;
    }

    /** As the definition of a kind writes it. */
    public String word() {
      return word;
    }

    /** What that word of a definition means; empty for anything else. */
    public static Optional<Trouble> of(@Nullable Object word) {
      return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** The same, of a relation that is told from its other end. */
    public Trouble reversed() {
      return switch (this) {
        case STAYS -> STAYS;
        case TO_SOURCE -> TO_TARGET;
        case TO_TARGET -> TO_SOURCE;
      };
    }
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

  /**
   * Which way trouble travels along a built-in type, for who states it under this name: a stored
   * one or an inverse one. Empty for a name that is not built in.
   */
  public static Optional<Trouble> builtInTrouble(String either) {
    for (RelationType type : BUILT_IN) {
      if (type.name.equals(either)) {
        return Optional.of(type.trouble);
      }
      if (type.inverse.equals(either)) {
        return Optional.of(type.trouble.reversed());
      }
    }
    return Optional.empty();
  }
}
