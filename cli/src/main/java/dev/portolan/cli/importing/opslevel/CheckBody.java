package dev.portolan.cli.importing.opslevel;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.Scorecard.Body;
import dev.portolan.cli.importing.Scorecard.Expression;
import dev.portolan.cli.importing.Scorecard.Manual;
import dev.portolan.cli.importing.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a check asks, in CEL. */
final class CheckBody {
  private final Fields check;
  private final FactNames facts;
  private final List<String> notes;

  /**
   * For one check.
   *
   * @param notes gets what whoever takes it over should know
   */
  CheckBody(Fields check, FactNames facts, List<String> notes) {
    this.check = check;
    this.facts = facts;
    this.notes = notes;
  }

  Body of(CheckType type) throws UntranslatableException {
    if (type == CheckType.MANUAL) {
      return manual();
    }
    return new Expression(condition(type).cel());
  }

  private Condition condition(CheckType type) throws UntranslatableException {
    return switch (type) {
      case HAS_OWNER -> owner();
      case HAS_RECENT_DEPLOY -> recentDeploy();
      case SERVICE_PROPERTY -> property();
      case HAS_DOCUMENTATION -> documentation();
      case HAS_REPOSITORY ->
          Condition.any(
              Cel.has("entity.annotations", "backstage.io/source-location"),
              Cel.has("entity.annotations", "github.com/project-slug"),
              Cel.has("facts", "git"));
      case TOOL_USAGE -> tool();
      case TAG_DEFINED -> tag();
      case ALERT_SOURCE_USAGE -> alertSource();
      case GIT_BRANCH_PROTECTION ->
          Condition.all(
              Cel.has("facts", "git"),
              Cel.has("facts.git", "defaultBranchProtected"),
              Condition.of("facts.git.defaultBranchProtected == true"));
      case SERVICE_DEPENDENCY ->
          Condition.any(
              Condition.of("size(related.dependsOn) > 0"),
              Condition.of("size(related.dependencyOf) > 0"));
      case RELATIONSHIP -> relationship();
      case SERVICE_CONFIGURATION ->
          throw new UntranslatableException(
              "there is no opslevel.yml here; every entity has a source");
      case REPOSITORY_FILE, REPOSITORY_SEARCH, REPOSITORY_GREP ->
          throw new UntranslatableException(
              "the catalog does not hold what is in a repository; report it as a fact");
      case CUSTOM_EVENT, PAYLOAD, CUSTOM ->
          throw new UntranslatableException(
              "its data is sent to OpsLevel; send it to Portolan as a fact, and ask for that");
      case PACKAGE_VERSION, CODE_ISSUE, UNKNOWN, MANUAL ->
          throw new UntranslatableException("checks of its type have no counterpart in Portolan");
    };
  }

  private Condition owner() throws UntranslatableException {
    if ("true".equals(check.text("requireContactMethod"))) {
      throw new UntranslatableException("it asks how the owner is reached, which no rule sees");
    }
    String tag = check.text("tagKey");
    if (tag == null) {
      return Condition.of("size(related.ownedBy) > 0");
    }
    Condition tagged = tagged(Property.label(tag, "owner"), Predicate.of(check, "tagPredicate"));
    return Condition.call("related.ownedBy.exists(owner, " + tagged.cel() + ")");
  }

  private Condition recentDeploy() throws UntranslatableException {
    return Condition.all(
        Cel.has("facts", "deployments"),
        Condition.call(
            "facts.deployments.exists(deployment, within(deployment.at, %d))"
                .formatted(whole("days"))));
  }

  private Condition property() throws UntranslatableException {
    Predicate predicate = Predicate.of(check, "propertyValuePredicate", "predicate");
    String custom = Reference.of(check, "propertyDefinition");
    String property = check.text("serviceProperty", "property");
    String name = property == null ? "" : property.toLowerCase(Locale.ROOT);
    if (custom != null || name.equals("custom_property")) {
      if (custom == null) {
        throw new UntranslatableException("it does not say which custom property");
      }
      return tagged(Property.custom(custom, facts), predicate);
    }
    if (Property.isIndex(name) && predicate != null && !predicate.asksExistence()) {
      throw new UntranslatableException(
          "it compares " + name + ", a number that only OpsLevel knows");
    }
    return tagged(Property.named(name), predicate);
  }

  private Condition tag() throws UntranslatableException {
    String key = check.text("tagKey");
    if (key == null) {
      throw new UntranslatableException("it does not say which tag");
    }
    return tagged(Property.label(key), Predicate.of(check, "tagPredicate"));
  }

  private static Condition tagged(Property property, @Nullable Predicate predicate)
      throws UntranslatableException {
    return predicate == null
        ? Condition.all(property.guards())
        : predicate.on(property.guards(), property.cel(), false);
  }

  /** {@code HasDocumentationTypeEnum}: documents of an API, or any technical ones. */
  private Condition documentation() throws UntranslatableException {
    String type = check.text("documentType");
    String subtype = check.text("documentSubtype");
    if ("api".equalsIgnoreCase(type)) {
      return subtype == null
          ? Condition.of("size(related.providesApi) > 0")
          : Condition.call(
              "related.providesApi.exists(api, has(api.spec.type) && api.spec.type == %s)"
                  .formatted(Cel.text(subtype.toLowerCase(Locale.ROOT))));
    }
    if ("tech".equalsIgnoreCase(type)) {
      return Condition.any(
          Cel.has("entity.annotations", "backstage.io/techdocs-ref"),
          Condition.of("size(related.documentedBy) > 0"));
    }
    throw new UntranslatableException("documents of the type " + type + " are not known");
  }

  /** A tool is a link: its category the type, its name the title. */
  private Condition tool() throws UntranslatableException {
    if (Predicate.of(check, "environmentPredicate") != null) {
      throw new UntranslatableException("a link has no environment");
    }
    List<Condition> parts = new ArrayList<>();
    String category = check.text("toolCategory");
    if (category != null) {
      parts.add(Cel.has("link", "type"));
      parts.add(Condition.of("link.type == " + Cel.text(category.toLowerCase(Locale.ROOT))));
    }
    part(parts, "title", Predicate.of(check, "toolNamePredicate"));
    part(parts, "url", Predicate.of(check, "toolUrlPredicate"));
    if (parts.isEmpty()) {
      throw new UntranslatableException("it does not say which tool");
    }
    return Condition.call("entity.links.exists(link, " + Condition.all(parts).cel() + ")");
  }

  private static void part(List<Condition> parts, String field, @Nullable Predicate predicate)
      throws UntranslatableException {
    if (predicate != null) {
      parts.add(predicate.on(List.of(Cel.has("link", field)), "link." + field, false));
    }
  }

  private Condition alertSource() throws UntranslatableException {
    String type = check.text("alertSourceType");
    if (Predicate.of(check, "alertSourceNamePredicate") == null
        && "pagerduty".equalsIgnoreCase(type)) {
      return Condition.any(
          Cel.has("entity.annotations", "pagerduty.com/service-id"),
          Cel.has("entity.annotations", "pagerduty.com/integration-key"));
    }
    throw new UntranslatableException(
        "of alert sources only PagerDuty without a name has an annotation that tells it");
  }

  private Condition relationship() throws UntranslatableException {
    Fields definition = check.at("relationshipDefinition");
    String alias =
        definition.node().isObject()
            ? definition.text("alias")
            : check.text("relationshipDefinition", "relationshipDefinitionAlias");
    if (alias == null) {
      throw new UntranslatableException(
          "its relationship definition is an id; give its alias in its place");
    }
    Condition there = Cel.has("entity.relations", alias);
    String size = "size(" + Cel.member("entity.relations", alias) + ")";
    Predicate predicate = Predicate.of(check, "relationshipCountPredicate");
    return predicate == null
        ? there
        : predicate.onCount("(" + there.cel() + " ? " + size + " : 0)");
  }

  private Manual manual() throws UntranslatableException {
    Fields frequency = check.at("updateFrequency");
    if ("true".equals(check.text("updateRequiresComment"))) {
      notes.add("a manual check asked for a comment with each answer");
    }
    if (!frequency.node().isObject()) {
      return new Manual(null, null);
    }
    String scale = frequency.text("frequencyTimeScale", "timeScale");
    int days =
        switch (scale == null ? "" : scale.toLowerCase(Locale.ROOT)) {
          case "day" -> 1;
          case "week" -> 7;
          case "month" -> 30;
          case "year" -> 365;
          default -> throw new UntranslatableException("'" + scale + "' is no scale of time");
        };
    if (days >= 30) {
      notes.add("a month became 30 days and a year 365, for answers count in days");
    }
    Fields value = frequency;
    int many = new CheckBody(value, facts, notes).whole("frequencyValue", "value");
    return new Manual(Math.multiplyExact(days, many), null);
  }

  private int whole(String... names) throws UntranslatableException {
    String text = check.text(names);
    if (text == null || !text.matches("[0-9]{1,5}") || text.matches("0+")) {
      throw new UntranslatableException("its " + names[0] + " is " + text + ", no number of days");
    }
    return Integer.parseInt(text);
  }
}
