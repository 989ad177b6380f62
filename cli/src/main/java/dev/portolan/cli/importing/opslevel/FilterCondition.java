package dev.portolan.cli.importing.opslevel;

import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Which entities a filter lets through: all or any of its predicates hold. */
final class FilterCondition {
  private static final int DEEPEST = 5;

  private final Estate estate;
  private final FactNames facts;

  FilterCondition(Estate estate, FactNames facts) {
    this.estate = estate;
    this.facts = facts;
  }

  /** The condition of the filter that is meant, or that stands in the check itself. */
  Condition of(String reference, Fields inPlace) throws UntranslatableException {
    Fields filter = estate.filter(reference).map(Definition::fields).orElse(inPlace);
    if (!filter.has("predicates", "predicate")) {
      throw new UntranslatableException(
          "its filter "
              + Reference.shown(reference)
              + " is in none of the files; import it with the checks (opslevel list filter -o json)");
    }
    return of(filter, 0);
  }

  private Condition of(Fields filter, int depth) throws UntranslatableException {
    JsonNode predicates = filter.at("predicates", "predicate").node();
    List<Condition> parts = new ArrayList<>();
    for (JsonNode predicate : predicates.isArray() ? predicates : List.of(predicates)) {
      parts.add(predicate(new Fields(predicate), depth));
    }
    if (parts.isEmpty()) {
      return Condition.call("true");
    }
    String connective = filter.text("connective");
    return connective != null && connective.equalsIgnoreCase("or")
        ? Condition.any(parts)
        : Condition.all(parts);
  }

  private Condition predicate(Fields fields, int depth) throws UntranslatableException {
    String key = fields.text("key");
    String name = key == null ? "" : key.toLowerCase(Locale.ROOT);
    Predicate predicate = Predicate.of(fields);
    if (name.equals("filter_id")) {
      return nested(predicate, depth);
    }
    if (name.equals("tags") || name.equals("properties")) {
      String data = fields.text("keyData");
      if (data == null) {
        throw new UntranslatableException("its filter does not say which of the " + name);
      }
      Property property = name.equals("tags") ? Property.label(data) : Property.custom(data, facts);
      return predicate.on(property.guards(), property.cel(), true);
    }
    if (!predicate.asksExistence() && (Property.isIndex(name) || Property.isId(name))) {
      throw new UntranslatableException(
          "its filter compares " + name + ", a number that only OpsLevel knows");
    }
    Property property = Property.named(name);
    return predicate.on(property.guards(), property.cel(), true);
  }

  private Condition nested(Predicate predicate, int depth) throws UntranslatableException {
    Definition inner = estate.filter(predicate.value()).orElse(null);
    if (inner == null || depth >= DEEPEST) {
      throw new UntranslatableException(
          "its filter asks another one, " + predicate.value() + ", that is in none of the files");
    }
    Condition condition = of(inner.fields(), depth + 1);
    return switch (predicate.type()) {
      case "matches" -> condition;
      case "does_not_match" -> Condition.not(condition);
      default ->
          throw new UntranslatableException("no condition of Portolan is like " + predicate.type());
    };
  }
}
