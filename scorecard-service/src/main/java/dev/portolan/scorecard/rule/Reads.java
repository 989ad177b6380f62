package dev.portolan.scorecard.rule;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a condition looks at, so that it is evaluated again when that changes and at no other time.
 *
 * @param paths JSON Pointers: {@code /entity/spec/owner}; {@code /related/dependsOn/spec/tier} for
 *     a field of those to whom the entity is so related; {@code /related/dependsOn#} for who they
 *     are; {@code /facts/coverage}; {@code /scorecards/default~1ready}; and so on
 */
public record Reads(Set<String> paths) {
  /** Where an entity's own facts are. */
  public static final String ENTITY = "/entity";

  /** Where the facts of those are to whom it is related. */
  public static final String RELATED = "/related";

  /** Where is what integrations said. */
  public static final String MEASURED = "/facts";

  /** Where is what the whole graph says. */
  public static final String GRAPH = "/graph";

  /** Where is how it stands by other scorecards, by their keys. */
  public static final String SCORECARDS = "/scorecards";

  /** Where is what it need not do, by the scorecards' keys. */
  public static final String EXEMPTIONS = "/exemptions";

  /** Where is what somebody looked at, by the scorecards' keys. */
  public static final String CHECKS = "/checks";

  /** The time: it changes what a condition says only when the condition said it would. */
  public static final String TIME = "/time";

  /** Nothing. */
  public static final Reads NOTHING = new Reads(Set.of());

  private static final String WHO = "#";

  /** The path of who they are to whom an entity is related by that name. */
  public static String who(String relation) {
    return RELATED + "/" + relation + WHO;
  }

  /** The path below another; the name may have any letters. */
  public static String below(String path, String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** All that any of these looks at. */
  public static Reads ofAll(Collection<Reads> all) {
    return new Reads(
        all.stream().flatMap(reads -> reads.paths.stream()).collect(Collectors.toSet()));
  }

  /** Whether a change of one of these may change the outcome. */
  public boolean areTouchedBy(Set<String> changed) {
    return changed.stream().anyMatch(this::areTouchedBy);
  }

  /** Whether a change of this may change the outcome: of it, something in it, or what it is in. */
  public boolean areTouchedBy(String changed) {
    return paths.stream()
        .anyMatch(path -> path.equals(changed) || isBelow(changed, path) || isBelow(path, changed));
  }

  private static boolean isBelow(String path, String other) {
    return path.length() > other.length()
        && path.charAt(other.length()) == '/'
        && path.startsWith(other);
  }

  /** Whether it looks at anything in there, one of the constants above. */
  public boolean lookInto(String root) {
    return paths.stream().anyMatch(path -> path.equals(root) || isBelow(path, root));
  }

  /** Whether it looks at anything outside of there, one of the constants above. */
  public boolean lookBeyond(String root) {
    return !paths.stream().allMatch(path -> path.equals(root) || isBelow(path, root));
  }

  /** The keys of the scorecards whose results it looks at. */
  public Set<String> scorecards() {
    Set<String> keys = new TreeSet<>();
    for (String path : paths) {
      if (isBelow(path, SCORECARDS)) {
        String key = path.substring(SCORECARDS.length() + 1).split("/", 2)[0];
        keys.add(key.replace("~1", "/").replace("~0", "~"));
      }
    }
    return keys;
  }

  /** The names of the relations through which it looks at others, inverse ones among them. */
  public Set<String> relations() {
    Set<String> relations = new TreeSet<>();
    for (String path : paths) {
      if (path.startsWith(RELATED + "/")) {
        String rest = path.substring(RELATED.length() + 1);
        relations.add(rest.split("[/#]", 2)[0]);
      }
    }
    return relations;
  }
}
