package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.Names;
import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cql.CqlParser;
import dev.portolan.cli.importing.cql.CqlSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which entities a scorecard or rule of Cortex is for.
 *
 * <p>{@code kind: GENERIC} with {@code types} and {@code query} is what Cortex's own files have
 * (cortexapps/cli, cortexapps/scorecard-library); {@code category} and that nothing means all
 * services is documented for its Terraform provider (cortexapps/terraform-provider-cortex,
 * docs/resources/scorecard.md).
 */
final class CortexFilter {
  private static final Set<String> KNOWN = Set.of("kind", "category", "types", "groups", "query");

  private final FactNames facts;
  private final List<String> notes;

  CortexFilter(FactNames facts, List<String> notes) {
    this.facts = facts;
    this.notes = notes;
  }

  /** The filter of a scorecard. */
  @Nullable Condition ofScorecard(JsonNode filter) throws UntranslatableException {
    return filter.isMissingNode() || filter.isNull() ? Kinds.isOf("service") : of(filter);
  }

  /** The filter of a rule, which narrows down that of its scorecard. */
  @Nullable Condition ofRule(JsonNode filter) throws UntranslatableException {
    return filter.isMissingNode() || filter.isNull() ? null : of(filter);
  }

  private @Nullable Condition of(JsonNode filter) throws UntranslatableException {
    for (String name : filter.propertyNames()) {
      if (!KNOWN.contains(name)) {
        throw new UntranslatableException("its filter has the unknown field " + name);
      }
    }
    List<Condition> parts = new ArrayList<>();
    category(filter.path("kind").asString(filter.path("category").asString("GENERIC")), parts);
    included(filter.path("types"), "types", Kinds::isOf, parts);
    included(filter.path("groups"), "groups", CortexFilter::inGroup, parts);
    for (JsonNode type : entries(filter.path("groups"))) {
      if (!Names.isTag(type.asString(""))) {
        throw new UntranslatableException("no tag can be called '" + type.asString("") + "'");
      }
    }
    String query = filter.path("query").asString("");
    if (!query.isBlank()) {
      parts.add(query(query));
    }
    return parts.isEmpty() ? null : Condition.all(parts);
  }

  private static void category(String category, List<Condition> parts)
      throws UntranslatableException {
    switch (category.toUpperCase(Locale.ROOT)) {
      case "GENERIC" -> {}
      case "SERVICE", "DOMAIN", "TEAM" -> parts.add(Kinds.isOf(category.toLowerCase(Locale.ROOT)));
      case "RESOURCE" -> parts.add(Condition.of("entity.kind == 'Resource'"));
      default -> throw new UntranslatableException("its filter has the unknown kind " + category);
    }
  }

  private static void included(
      JsonNode lists, String name, Function<String, Condition> test, List<Condition> parts)
      throws UntranslatableException {
    for (String list : lists.propertyNames()) {
      if (!list.equals("include") && !list.equals("exclude")) {
        throw new UntranslatableException("its filter has the unknown field " + name + "." + list);
      }
    }
    if (!lists.isMissingNode() && !lists.isNull() && !lists.isObject()) {
      throw new UntranslatableException("its filter's " + name + " have no include or exclude");
    }
    if (!lists.path("include").isEmpty()) {
      parts.add(Condition.any(tests(lists.path("include"), test)));
    }
    if (!lists.path("exclude").isEmpty()) {
      parts.add(Condition.not(Condition.any(tests(lists.path("exclude"), test))));
    }
  }

  private static List<Condition> tests(JsonNode names, Function<String, Condition> test) {
    return names.valueStream().map(name -> test.apply(name.asString(""))).toList();
  }

  private static List<JsonNode> entries(JsonNode lists) {
    return lists.valueStream().flatMap(JsonNode::valueStream).toList();
  }

  private static Condition inGroup(String group) {
    return Condition.of(Cel.text(group) + " in entity.tags");
  }

  private Condition query(String query) throws UntranslatableException {
    try {
      return CqlToCel.translate(CqlParser.parse(query), facts, notes);
    } catch (CqlSyntaxException e) {
      throw new UntranslatableException(String.valueOf(e.getMessage()));
    }
  }
}
