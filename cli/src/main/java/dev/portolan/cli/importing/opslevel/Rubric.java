package dev.portolan.cli.importing.opslevel;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.Names;
import dev.portolan.cli.importing.Scorecard;
import dev.portolan.cli.importing.Scorecard.Body;
import dev.portolan.cli.importing.Scorecard.Category;
import dev.portolan.cli.importing.Scorecard.Expression;
import dev.portolan.cli.importing.Scorecard.Rule;
import dev.portolan.cli.importing.Scorecard.Status;
import dev.portolan.cli.importing.Scorecard.Untranslated;
import dev.portolan.cli.importing.Translation;
import dev.portolan.cli.importing.Translation.Gap;
import dev.portolan.cli.importing.UntranslatableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard of checks: the rubric of OpsLevel, in whose categories an entity has a level each, or
 * one of its scorecards, which a check names in place of a category
 * (OpsLevel/terraform-provider-opslevel, docs/resources/scorecard.md).
 */
final class Rubric {
  private static final Condition SERVICES = Condition.of("entity.kind == 'Component'");

  private final Estate estate;
  private final FactNames facts;
  private final @Nullable Definition definition;
  private final Ladder ladder;
  private final Names ids = new Names();
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();

  /**
   * One without checks yet.
   *
   * @param definition of OpsLevel's scorecard; null for the rubric
   */
  Rubric(Estate estate, FactNames facts, @Nullable Definition definition) {
    this.estate = estate;
    this.facts = facts;
    this.definition = definition;
    this.ladder = new Ladder(estate);
  }

  void add(Estate.Check check) {
    if (!files.contains(check.file())) {
      files.add(check.file());
    }
    Fields fields = check.fields();
    String name = fields.text("name");
    String title = name == null ? check.typeName() : name.strip();
    List<Condition> when = new ArrayList<>();
    Body body;
    try {
      body = new CheckBody(fields, facts, notes).of(check.type());
      filter(fields, when);
      if (body instanceof Expression(String cel) && cel.length() > Cel.LONGEST) {
        throw new UntranslatableException("it is too long in CEL");
      }
    } catch (UntranslatableException e) {
      when.clear();
      gaps.add(new Gap(check.file(), title, e.reason(), true));
      body = new Untranslated(check.typeName() + " " + fields.node(), e.reason());
    }
    enabled(fields, when);
    rules.add(
        new Rule(
            ids.unique(title),
            title,
            fields.text("notes"),
            null,
            ladder.levelOf(fields),
            category(fields),
            null,
            when.isEmpty() ? null : Condition.all(when).cel(),
            body,
            owner(fields)));
  }

  private void filter(Fields check, List<Condition> when) throws UntranslatableException {
    String filter = Reference.of(check, "filter", "filterId");
    if (filter != null) {
      when.add(new FilterCondition(estate, facts).of(filter, check.at("filter")));
    }
  }

  /** A check that is not enabled applies to nothing; one that will be, from that day on. */
  private static void enabled(Fields check, List<Condition> when) {
    String from = check.text("enableOn");
    if (from != null) {
      when.add(Condition.of("daysUntil(" + Cel.time(from) + ") <= 0"));
    } else if ("false".equals(check.text("enabled"))) {
      when.clear();
      when.add(Condition.call("false"));
    }
  }

  private @Nullable String category(Fields check) {
    String reference = Reference.of(check, "category", "categoryId");
    if (reference == null || definition != null) {
      return null;
    }
    Fields inPlace = check.at("category");
    String named = inPlace.node().isObject() ? inPlace.text("name") : null;
    String title =
        estate
            .category(reference)
            .map(Definition::name)
            .orElse(named == null ? Reference.shown(reference) : named);
    String name = Names.of(title);
    categories.putIfAbsent(name, new Category(name, title.equals(name) ? null : title));
    return name;
  }

  private static List<String> owner(Fields check) {
    Fields owner = check.at("owner");
    Fields team = owner.has("team") ? owner.at("team") : owner;
    String reference =
        team.node().isObject() ? team.text("alias", "name", "id") : check.text("owner", "ownerId");
    return reference == null ? List.of() : List.of("Its owner: " + Reference.shown(reference));
  }

  Translation translation() {
    List<String> comments = new ArrayList<>(List.of("From OpsLevel"));
    if (ladder.isGuessed()) {
      notes.add(
          "no file says which level is above which, so it is a draft: mend the ranks, or import"
              + " the levels as well (opslevel list level -o json)");
    }
    String title = definition == null ? "Rubric" : definition.name();
    Scorecard scorecard =
        new Scorecard(
            definition == null ? "opslevel-rubric" : Names.of(title),
            title,
            definition == null ? null : definition.fields().text("description"),
            ladder.isGuessed() ? Status.draft : Status.published,
            null,
            scope(comments),
            ladder.levels(),
            List.copyOf(categories.values()),
            List.copyOf(rules),
            comments);
    return new Translation(
        List.copyOf(files), scorecard, List.copyOf(gaps), notes.stream().distinct().toList());
  }

  private String scope(List<String> comments) {
    if (definition == null) {
      return SERVICES.cel();
    }
    String filter = Reference.of(definition.fields(), "filter", "filterId");
    if (filter == null) {
      return SERVICES.cel();
    }
    try {
      FilterCondition filters = new FilterCondition(estate, facts);
      return Condition.all(SERVICES, filters.of(filter, definition.fields().at("filter"))).cel();
    } catch (UntranslatableException e) {
      gaps.add(new Gap(definition.file(), "filter", e.reason(), false));
      comments.add("Its filter lets nothing through, for it was not translated: " + e.reason());
      return "false";
    }
  }
}
