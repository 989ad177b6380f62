package dev.portolan.scorecard.initiative;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.rule.Level;
import dev.portolan.scorecard.rule.Problem;
import dev.portolan.scorecard.rule.Proof;
import dev.portolan.scorecard.rule.Rule;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.Stage;
import dev.portolan.scorecard.rule.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an initiative from the entity that defines it, as far as it can be read. */
public final class InitiativeReader {
  private static final int MOST_TARGETS = 50;
  private static final int MOST_REMINDERS = 10;

  private final List<Problem> problems = new ArrayList<>();

  private InitiativeReader() {}

  /** Reads the initiative; whatever is wrong with it is listed in its scorecard. */
  public static Initiative read(Entity entity, long version) {
    return new InitiativeReader().initiative(entity, version);
  }

  private Initiative initiative(Entity entity, long version) {
    Map<String, @Nullable Object> spec = entity.spec();
    List<Rule> rules = rules(spec.get("targets"));
    Instant deadline = moment(spec.get("deadline"), "/spec/deadline");
    if (spec.get("deadline") == null) {
      problems.add(new Problem("/spec/deadline", null, "an initiative has a date to be done by"));
    }
    Instant start = moment(spec.get("start"), "/spec/start");
    String status = Texts.text(spec.get("status")).orElse("active");
    String title = entity.title();
    return new Initiative(
        new Scorecard(
            entity.ref(),
            version,
            title == null ? entity.name() : title,
            entity.description(),
            Texts.ref(spec.get("owner"), "group").orElse(null),
            status.equalsIgnoreCase("draft") ? Stage.DRAFT : Stage.PUBLISHED,
            Texts.text(spec.get("filter")).orElse(null),
            List.of(new Level(Initiative.DONE, 1)),
            List.of(),
            rules,
            List.copyOf(problems)),
        start,
        deadline,
        status.equalsIgnoreCase("ended"),
        remindDays(spec.get("remindDays")));
  }

  private @Nullable Instant moment(@Nullable Object value, String field) {
    if (value == null) {
      return null;
    }
    Optional<Instant> moment = Texts.instant(value);
    if (moment.isEmpty()) {
      problems.add(new Problem(field, null, "is a date such as 2027-03-31, not " + value));
    }
    return moment.orElse(null);
  }

  private List<Rule> rules(@Nullable Object value) {
    List<?> targets = value instanceof List<?> list ? list : List.of();
    if (targets.isEmpty() || targets.size() > MOST_TARGETS) {
      problems.add(
          new Problem(
              "/spec/targets",
              null,
              "names 1 to %d scorecards with the rules or the level to reach, not %d"
                  .formatted(MOST_TARGETS, targets.size())));
    }
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_TARGETS, targets.size()); i++) {
      String field = "/spec/targets/" + i;
      Map<?, ?> target = targets.get(i) instanceof Map<?, ?> map ? map : Map.of();
      Optional<EntityRef> scorecard = Texts.ref(target.get("scorecard"), Scorecard.KIND);
      if (scorecard.isEmpty()) {
        problems.add(new Problem(field + "/scorecard", null, "names a scorecard"));
      } else {
        addRules(target, scorecard.get(), field, rules);
      }
    }
    return List.copyOf(rules);
  }

  private void addRules(Map<?, ?> target, EntityRef scorecard, String field, List<Rule> rules) {
    Optional<String> level = Texts.text(target.get("level"));
    List<String> ids = Texts.list(target.get("rules"));
    if (level.isEmpty() == ids.isEmpty()) {
      problems.add(new Problem(field, null, "names either rules or the level to reach"));
    }
    level.ifPresent(name -> rules.add(reached(scorecard, name)));
    ids.forEach(
        id ->
            rules.add(
                rule(
                    scorecard.name() + "." + id,
                    id + " of " + Scorecard.key(scorecard),
                    null,
                    new Proof.Elsewhere(scorecard, id))));
  }

  /** For whom the scorecard is at all. */
  private static Rule reached(EntityRef scorecard, String level) {
    String key = Scorecard.key(scorecard);
    return rule(
        scorecard.name() + "." + level,
        level + " by " + key,
        "'%s' in scorecards".formatted(key),
        new Proof.Expression("'%s' in scorecards['%s'].reached".formatted(quoted(level), key)));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }

  private static Rule rule(String id, String title, @Nullable String when, Proof proof) {
    return new Rule(id, title, null, null, Initiative.DONE, null, 1, when, proof);
  }

  private static List<Integer> remindDays(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream()
            .filter(Integer.class::isInstance)
            .map(Integer.class::cast)
            .filter(days -> days >= 0 && days <= 365)
            .distinct()
            .sorted()
            .limit(MOST_REMINDERS)
            .toList()
        : List.of(7, 1);
  }
}
