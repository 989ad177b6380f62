package dev.portolan.system.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten scorecards of ten rules for the Debian archive: of the entity itself, through relations
 * either way, of the graph, of facts, and of what others came to.
 */
public final class Standards {
  /** What all of them are for. */
  public static final String FILTER = "entity.kind == 'Component'";

  /** The scorecard that looks at who owns a component. */
  public static final String OF_OWNERS = "s3";

  private Standards() {}

  /**
   * A rule.
   *
   * @param id within its scorecard
   * @param level bronze, silver or gold
   * @param expression in CEL
   */
  public record Rule(String id, String level, String expression) {}

  /** The rules of each, by its name. */
  public static List<Map.Entry<String, List<Rule>>> all() {
    List<Map.Entry<String, List<Rule>>> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      List<Rule> rules = new ArrayList<>();
      List<String> expressions = expressions(i);
      for (int j = 0; j < expressions.size(); j++) {
        rules.add(
            new Rule("r" + j, j < 4 ? "bronze" : j < 8 ? "silver" : "gold", expressions.get(j)));
      }
      all.add(Map.entry("s" + i, rules));
    }
    return all;
  }

  /** What a rule asks of the entity, with another number in each scorecard. */
  private static List<String> expressions(int i) {
    return List.of(
        "has(entity.description) && size(entity.description) > " + (10 + 5 * i),
        "has(entity.spec.owner) && entity.spec.owner.startsWith('group:')",
        "entity.spec.lifecycle in ['production', 'experimental', 'deprecated']",
        "'debian.org/version' in entity.annotations"
            + " && !entity.annotations['debian.org/version'].contains('~rc%d')".formatted(i),
        "size(entity.tags) >= %d || entity.name.size() < %d".formatted(i % 3, 12 + i),
        special(i),
        "!has(entity.relations.dependsOn) || size(entity.relations.dependsOn) <= " + (3 + 2 * i),
        relation(i),
        "entity.name.matches('^[a-z0-9.+-]{%d,}$')".formatted(3 + i),
        "!has(entity.title) || entity.title == entity.name");
  }

  private static String relation(int i) {
    return switch (i) {
      case 0 ->
          "related.dependsOn.all(d, !has(d.spec.lifecycle) || d.spec.lifecycle != 'experimental')";
      case 1 -> "size(related.dependencyOf) <= 20";
      case 2 -> "related.partOf.all(s, has(s.spec.domain))";
      case 3 -> "related.ownedBy.all(o, has(o.title))";
      case 4 -> "related.dependsOn.exists(d, d.spec.owner == entity.spec.owner)";
      case 5 -> "related.dependencyOf.all(d, d.spec.lifecycle != 'deprecated')";
      default -> "!has(entity.spec.system) || entity.spec.system != 'system-%d'".formatted(i);
    };
  }

  private static String special(int i) {
    return switch (i) {
      case 0 -> "graph.blastRadius < 100";
      case 1 -> "graph.cycleSize == 0";
      case 2 -> "graph.dependents < 50";
      case 3 -> "!has(facts.coverage) || facts.coverage.line >= 50";
      case 4 -> "!has(facts.deployments) || facts.deployments.exists(d, within(d.at, 30))";
      case 9 -> "'silver' in scorecards['default/s0'].reached";
      default -> "!entity.name.endsWith('-dbg%d')".formatted(i);
    };
  }

  /**
   * All of them as a source pushes them.
   *
   * @param edition another one for a new version of each that says the same
   */
  public static String json(int edition) {
    return JsonMapper.shared()
        .writeValueAsString(all().stream().map(each -> descriptor(each, edition)).toList());
  }

  private static Map<String, Object> descriptor(
      Map.Entry<String, List<Rule>> scorecard, int edition) {
    return Map.of(
        "apiVersion",
        "portolan.dev/v1",
        "kind",
        "Scorecard",
        "metadata",
        Map.of("name", scorecard.getKey(), "description", "Edition " + edition),
        "spec",
        Map.of(
            "filter",
            FILTER,
            "levels",
            List.of(
                Map.of("name", "bronze", "rank", 1),
                Map.of("name", "silver", "rank", 2),
                Map.of("name", "gold", "rank", 3)),
            "rules",
            scorecard.getValue()));
  }
}
