package dev.portolan.cli.importing;

import dev.portolan.cli.importing.Scorecard.Body;
import dev.portolan.cli.importing.Scorecard.Category;
import dev.portolan.cli.importing.Scorecard.Expression;
import dev.portolan.cli.importing.Scorecard.Level;
import dev.portolan.cli.importing.Scorecard.Manual;
import dev.portolan.cli.importing.Scorecard.Rule;
import dev.portolan.cli.importing.Scorecard.Status;
import dev.portolan.cli.importing.Scorecard.Untranslated;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a scorecard as the descriptor that {@code ./portolan load} takes. */
final class ScorecardYaml {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What readers of YAML 1.1 or 1.2 take for something else than text. */
  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder out = new StringBuilder();

  private ScorecardYaml() {}

  static String of(Scorecard scorecard) {
    ScorecardYaml yaml = new ScorecardYaml();
    yaml.scorecard(scorecard);
    return yaml.out.toString();
  }

  private void scorecard(Scorecard scorecard) {
    comments("", scorecard.comments());
    out.append("apiVersion: portolan.dev/v1\nkind: Scorecard\nmetadata:\n");
    field("  ", "name", scorecard.name());
    field("  ", "title", scorecard.title());
    field("  ", "description", scorecard.description());
    out.append("spec:\n");
    if (scorecard.status() != Status.published) {
      field("  ", "status", scorecard.status().name());
    }
    field("  ", "owner", scorecard.owner());
    field("  ", "filter", scorecard.filter());
    heading("levels", scorecard.levels());
    scorecard.levels().forEach(this::level);
    heading("categories", scorecard.categories());
    scorecard.categories().forEach(this::category);
    heading("rules", scorecard.rules());
    scorecard.rules().forEach(this::rule);
  }

  private void heading(String name, List<?> entries) {
    if (!entries.isEmpty()) {
      out.append("  ").append(name).append(":\n");
    }
  }

  private void level(Level level) {
    comments("    ", level.description() == null ? List.of() : List.of(level.description()));
    first("name", level.name());
    out.append("      rank: ").append(level.rank()).append('\n');
    field("      ", "title", level.title());
    field("      ", "color", level.color());
  }

  private void category(Category category) {
    first("name", category.name());
    field("      ", "title", category.title());
  }

  private void rule(Rule rule) {
    comments("    ", rule.comments());
    first("id", rule.id());
    field("      ", "title", rule.title());
    field("      ", "description", description(rule));
    if (rule.fix() != null) {
      out.append("      fix:\n");
      field("        ", "text", rule.fix());
    }
    field("      ", "level", rule.level());
    field("      ", "category", rule.category());
    if (rule.weight() != null) {
      out.append("      weight: ").append(rule.weight()).append('\n');
    }
    field("      ", "when", rule.when());
    body(rule.body());
  }

  private void body(Body body) {
    switch (body) {
      case Expression(String cel) -> field("      ", "expression", cel);
      case Manual(Integer days, String notes) -> {
        boolean empty = days == null && notes == null;
        out.append("      manual:").append(empty ? " {}\n" : "\n");
        field("        ", "every", days == null ? null : days + "d");
        field("        ", "notes", notes);
      }
      case Untranslated(_, String reason) ->
          comments("      ", List.of("No expression: " + reason + "."));
    }
  }

  /** What was not translated is kept where it survives the loading, which no comment does. */
  private static @Nullable String description(Rule rule) {
    if (!(rule.body() instanceof Untranslated untranslated)) {
      return rule.description();
    }
    String kept = "Not translated: " + untranslated.original();
    return rule.description() == null ? kept : rule.description().strip() + "\n\n" + kept;
  }

  private void first(String name, String value) {
    out.append("    - ").append(name).append(": ").append(scalar(value)).append('\n');
  }

  private void field(String indent, String name, @Nullable String value) {
    if (value != null) {
      out.append(indent).append(name).append(": ").append(scalar(value)).append('\n');
    }
  }

  private void comments(String indent, List<String> comments) {
    for (String comment : comments) {
      comment
          .lines()
          .map(line -> line.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029\\uFEFF]", " "))
          .forEach(line -> out.append(indent).append("# ").append(line).append('\n'));
    }
  }

  /** A text in JSON's quotes is one in YAML's; the plainest of texts need none. */
  private static String scalar(String value) {
    boolean plain =
        value.matches("[A-Za-z]([A-Za-z0-9 ._/()'-]*[A-Za-z0-9.)'])?")
            && !NO_TEXT.contains(value.toLowerCase(Locale.ROOT));
    return plain ? value : visible(JSON.writeValueAsString(value));
  }

  /** JSON lets some characters stand that YAML does not, or takes for the end of a line. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hidden =
          Character.isISOControl(c) || "\u2028\u2029\uFEFF\uFFFE\uFFFF".indexOf(c) >= 0;
      visible.append(hidden ? "\\u%04X".formatted((int) c) : String.valueOf(c));
    }
    return visible.toString();
  }
}
