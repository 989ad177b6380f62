package dev.portolan.cli.importing.opslevel;

import dev.portolan.cli.importing.Names;
import dev.portolan.cli.importing.Scorecard.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a rubric.
 *
 * <p>A check of the command line names its level and not where it stands among the others. Where no
 * file says that, and the names are not those of metals that everybody orders the same way, the
 * order is a guess, and {@link #isGuessed()}.
 */
final class Ladder {
  private static final List<String> METALS = List.of("bronze", "silver", "gold", "platinum");

  private final Estate estate;
  private final Names names = new Names();

  /** By what they are called in the scorecard, in the order in which they were met. */
  private final Map<String, Rung> rungs = new LinkedHashMap<>();

  private record Rung(String title, @Nullable Integer index, @Nullable String description) {}

  Ladder(Estate estate) {
    this.estate = estate;
    estate.levels().forEach(level -> name(level.name(), level.fields()));
  }

  /** The name of the level of a check; null when it says none. */
  @Nullable String levelOf(Fields check) {
    String reference = Reference.of(check, "level", "levelId");
    if (reference == null) {
      return null;
    }
    Definition definition = estate.level(reference).orElse(null);
    if (definition != null) {
      return name(definition.name(), definition.fields());
    }
    Fields inPlace = check.at("level");
    String title = inPlace.node().isObject() ? inPlace.text("name", "alias") : null;
    return name(title == null ? Reference.shown(reference) : title, inPlace);
  }

  private String name(String title, Fields fields) {
    for (Map.Entry<String, Rung> rung : rungs.entrySet()) {
      if (Definition.slug(rung.getValue().title()).equals(Definition.slug(title))) {
        return rung.getKey();
      }
    }
    String name = Names.isAllowed(title) ? title : names.unique(title);
    boolean hasIndex = fields.node().isObject() && fields.at("index").node().isInt();
    Integer index = hasIndex ? fields.at("index").node().asInt() : null;
    rungs.put(name, new Rung(title, index, fields.text("description")));
    return name;
  }

  /** Whether nothing tells the order of the levels. */
  boolean isGuessed() {
    return rungs.size() > 1 && !isIndexed() && !isOfMetals();
  }

  /** All levels, the lowest first. */
  List<Level> levels() {
    List<Map.Entry<String, Rung>> ordered = new ArrayList<>(rungs.entrySet());
    if (isIndexed()) {
      ordered.sort(Comparator.comparingInt(rung -> index(rung.getValue())));
    } else if (isOfMetals()) {
      ordered.sort(Comparator.comparingInt(rung -> METALS.indexOf(plain(rung.getValue().title()))));
    }
    List<Level> levels = new ArrayList<>();
    for (Map.Entry<String, Rung> rung : ordered) {
      String title = rung.getValue().title();
      levels.add(
          new Level(
              rung.getKey(),
              levels.size() + 1,
              title.equals(rung.getKey()) ? null : title,
              null,
              rung.getValue().description()));
    }
    return List.copyOf(levels);
  }

  private boolean isIndexed() {
    Set<Integer> indexes = new TreeSet<>();
    return rungs.values().stream()
        .allMatch(rung -> rung.index() != null && indexes.add(rung.index()));
  }

  private boolean isOfMetals() {
    return rungs.values().stream().allMatch(rung -> METALS.contains(plain(rung.title())));
  }

  private static int index(Rung rung) {
    return rung.index() == null ? 0 : rung.index();
  }

  private static String plain(String title) {
    return Definition.slug(title);
  }
}
