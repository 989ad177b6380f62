package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.Names;
import dev.portolan.cli.importing.Scorecard;
import dev.portolan.cli.importing.Scorecard.Body;
import dev.portolan.cli.importing.Scorecard.Expression;
import dev.portolan.cli.importing.Scorecard.Level;
import dev.portolan.cli.importing.Scorecard.Manual;
import dev.portolan.cli.importing.Scorecard.Rule;
import dev.portolan.cli.importing.Scorecard.Status;
import dev.portolan.cli.importing.Scorecard.Untranslated;
import dev.portolan.cli.importing.Translation;
import dev.portolan.cli.importing.Translation.Gap;
import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cql.Cql;
import dev.portolan.cli.importing.cql.CqlParser;
import dev.portolan.cli.importing.cql.CqlSyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Translates a scorecard file of Cortex.
 *
 * <p>Its fields are those of docs.cortex.io/standardize/scorecards/scorecards-as-code and of the
 * files of cortexapps/cli and cortexapps/scorecard-library.
 */
public final class CortexScorecard {
  private static final int HEAVIEST = 1_000;

  private final Path file;
  private final JsonNode document;
  private final FactNames facts;
  private final List<Gap> gaps = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Names ids = new Names();
  private final Map<String, String> levelNames = new HashMap<>();

  private CortexScorecard(Path file, JsonNode document, FactNames facts) {
    this.file = file;
    this.document = document;
    this.facts = facts;
  }

  /** Whether a document is one. */
  public static boolean isOne(JsonNode document) {
    return document.path("tag").isString() && document.path("rules").isArray();
  }

  /** Translates it as far as it can be. */
  public static Translation translate(Path file, JsonNode document, FactNames facts) {
    return new CortexScorecard(file, document, facts).translation();
  }

  private Translation translation() {
    String tag = document.path("tag").asString("");
    List<String> comments = new ArrayList<>(List.of("From Cortex: " + tag));
    String filter = filter(comments);
    List<Level> levels = levels();
    List<Rule> rules = document.path("rules").valueStream().map(this::rule).toList();
    Stream.of("exemptions", "evaluation", "notifications")
        .filter(document::has)
        .forEach(field -> notes.add(field + " is no part of a scorecard here and was left out"));
    Scorecard scorecard =
        new Scorecard(
            Names.kept(tag),
            document.path("name").asString(tag),
            text(document, "description"),
            document.path("draft").asBoolean(false) ? Status.draft : Status.published,
            null,
            filter,
            levels,
            List.of(),
            rules,
            comments);
    return new Translation(
        List.of(file), scorecard, List.copyOf(gaps), notes.stream().distinct().toList());
  }

  /** A filter that cannot be said lets nothing through: it is not known whom it means. */
  private @Nullable String filter(List<String> comments) {
    JsonNode filter = document.path("filter");
    try {
      Condition condition = new CortexFilter(facts, notes).ofScorecard(filter);
      return condition == null ? null : condition.cel();
    } catch (UntranslatableException e) {
      gaps.add(new Gap(file, "filter", e.reason(), false));
      comments.add("Its filter lets nothing through, for it was not translated: " + e.reason());
      comments.add("It was: " + filter);
      return "false";
    }
  }

  private List<Level> levels() {
    Names names = new Names();
    List<Level> levels = new ArrayList<>();
    for (JsonNode level : document.path("ladder").path("levels")) {
      String title = level.path("name").asString("");
      String name = Names.isAllowed(title) ? title : names.unique(title);
      levelNames.put(title, name);
      levels.add(
          new Level(
              name,
              level.path("rank").asInt(levels.size() + 1),
              name.equals(title) ? null : title,
              text(level, "color"),
              text(level, "description")));
    }
    return List.copyOf(levels);
  }

  private Rule rule(JsonNode rule) {
    String title = rule.path("title").asString(rule.path("expression").asString("")).strip();
    List<Condition> when = new ArrayList<>();
    Body body;
    try {
      Condition filter = new CortexFilter(facts, notes).ofRule(rule.path("filter"));
      if (filter != null) {
        when.add(filter);
      }
      body = body(rule.path("expression").asString(""));
    } catch (UntranslatableException e) {
      when.clear();
      gaps.add(new Gap(file, title, e.reason(), true));
      body = new Untranslated(original(rule), e.reason());
    }
    String from = text(rule, "effectiveFrom");
    if (from != null) {
      when.add(Condition.of("daysUntil(" + Cel.time(from) + ") <= 0"));
    }
    return new Rule(
        ids.unique(title),
        title,
        text(rule, "description"),
        text(rule, "failureMessage"),
        level(rule, title),
        null,
        weight(rule, title),
        when.isEmpty() ? null : Condition.all(when).cel(),
        body,
        List.of());
  }

  private Body body(String expression) throws UntranslatableException {
    Cql parsed;
    try {
      parsed = CqlParser.parse(expression);
    } catch (CqlSyntaxException e) {
      throw new UntranslatableException(String.valueOf(e.getMessage()));
    }
    OptionalInt verified = Verification.days(parsed);
    if (verified.isPresent()) {
      notes.add("verifications stay behind: the rule is answered anew, by hand");
      return new Manual(verified.getAsInt(), null);
    }
    String cel = CqlToCel.translate(parsed, facts, notes).cel();
    if (cel.length() > Cel.LONGEST) {
      throw new UntranslatableException(
          "in CEL it is longer than the %,d characters that a rule may have"
              .formatted(Cel.LONGEST));
    }
    return new Expression(cel);
  }

  private static String original(JsonNode rule) {
    String expression = rule.path("expression").asString("").strip();
    JsonNode filter = rule.path("filter");
    return filter.isEmpty() ? expression : expression + " for entities of " + filter;
  }

  private @Nullable String level(JsonNode rule, String title) {
    String level = text(rule, "level");
    if (level != null && !levelNames.containsKey(level)) {
      notes.add("'" + title + "' is for the level " + level + ", which the ladder does not have");
    }
    return level == null ? null : levelNames.getOrDefault(level, Names.kept(level));
  }

  private @Nullable Integer weight(JsonNode rule, String title) {
    if (!rule.has("weight")) {
      return null;
    }
    int weight = rule.path("weight").asInt(1);
    if (weight < 0 || weight > HEAVIEST) {
      notes.add("'" + title + "' had the weight " + weight + ", out of 0 to " + HEAVIEST);
    }
    return Math.clamp(weight, 0, HEAVIEST);
  }

  private static @Nullable String text(JsonNode node, String field) {
    String text = node.path(field).asString("");
    return text.isBlank() ? null : text;
  }
}
