package dev.portolan.ingestion.descriptor.dialect;

import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Cortex's {@code cortex.yaml}: an OpenAPI document whose {@code info} describes an entity.
 *
 * <p>The tag is the name. Whatever has no place in a descriptor is kept in the spec under the name
 * that it has there.
 */
public record Cortex() implements Dialect {
  private static final String INFO = "/info";

  /** What the descriptor has elsewhere, whole. */
  private static final Set<String> TRANSLATED =
      Set.of(
          "x-cortex-tag",
          "x-cortex-type",
          "x-cortex-description",
          "x-cortex-groups",
          "x-cortex-link",
          "x-cortex-links",
          "x-cortex-parents",
          "x-cortex-domain-parents",
          "x-cortex-children",
          "x-cortex-dependency",
          "x-cortex-relationships");

  /** What is said of a dependency itself. */
  private static final Set<String> ATTRIBUTES = Set.of("method", "path", "description", "metadata");

  @Override
  public String name() {
    return "cortex";
  }

  @Override
  public boolean recognises(JsonNode tree) {
    return tree.path("info").has("x-cortex-tag");
  }

  @Override
  public Translation translate(JsonNode tree) {
    JsonNode info = tree.path("info");
    Draft draft = new Draft(this, tree);
    draft.metadata("name", INFO + "/x-cortex-tag");
    draft.metadata("title", INFO + "/title");
    draft.metadata("description", INFO + "/x-cortex-description");
    draft.metadata("description", INFO + "/description");
    Sort sort = Sort.ofOwn(Draft.text(info.path("x-cortex-type")).orElse("service"));
    draft.sort(sort, INFO + "/x-cortex-type");
    each(info, "x-cortex-groups", draft::tag);
    for (String links : new String[] {"x-cortex-link", "x-cortex-links", "links"}) {
      each(
          info,
          links,
          (link, at) -> draft.link(link.path("url"), link.path("name"), link.path("type"), at));
    }
    owners(info, draft);
    relations(info, sort, draft);
    annotations(info, draft);
    rest(tree, draft);
    return draft.done();
  }

  private static void owners(JsonNode info, Draft draft) {
    each(
        info,
        "x-cortex-owners",
        (owner, at) -> {
          if (owner.path("type").asString("").toLowerCase(Locale.ROOT).equals("group")) {
            draft.owner(owner.path("name"), at);
          }
        });
  }

  /** A team's parents and children are teams; anything else may be part of anything. */
  private static void relations(JsonNode info, Sort sort, Draft draft) {
    boolean isTeam = sort.kind().equals("Group");
    each(
        info,
        "x-cortex-parents",
        (parent, at) -> {
          if (isTeam) {
            draft.relation("childOf", "group", parent.path("tag"), at);
          } else {
            draft.relationToAny("partOf", parent.path("tag"), Map.of(), at);
          }
        });
    each(
        info,
        "x-cortex-children",
        (child, at) -> {
          if (isTeam) {
            draft.relation("parentOf", "group", child.path("tag"), at);
          } else {
            draft.relationToAny("hasPart", child.path("tag"), Map.of(), at);
          }
        });
    each(
        info,
        "x-cortex-domain-parents",
        (parent, at) -> draft.relation("partOf", "domain", parent.path("tag"), at));
    each(
        info,
        "x-cortex-dependency",
        (to, at) -> draft.relationToAny("dependsOn", to.path("tag"), attributes(to), at));
    each(
        info,
        "x-cortex-relationships",
        (relationship, at) -> {
          String type = relationship.path("type").asString("");
          Elements.each(
              relationship.path("destinations"),
              at + "/destinations",
              (to, place) -> draft.relationToAny(type, to.path("tag"), Map.of(), place));
        });
  }

  private static Map<String, JsonNode> attributes(JsonNode dependency) {
    Map<String, JsonNode> attributes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : dependency.properties()) {
      if (ATTRIBUTES.contains(each.getKey()) && Draft.isSaid(each.getValue())) {
        attributes.put(each.getKey(), each.getValue());
      }
    }
    return attributes;
  }

  /** What other tools look for under a name of their own. */
  private static void annotations(JsonNode info, Draft draft) {
    JsonNode git = info.path("x-cortex-git");
    String at = INFO + "/x-cortex-git";
    draft.annotation("github.com/project-slug", git.path("github").path("repository"), at);
    draft.annotation("gitlab.com/project-slug", git.path("gitlab").path("repository"), at);
    JsonNode pagerDuty = info.path("x-cortex-oncall").path("pagerduty");
    if (pagerDuty.path("type").asString("service").equalsIgnoreCase("service")) {
      draft.annotation("pagerduty.com/service-id", pagerDuty.path("id"), INFO + "/x-cortex-oncall");
    }
  }

  private static void rest(JsonNode tree, Draft draft) {
    for (Map.Entry<String, JsonNode> each : tree.path("info").properties()) {
      if (each.getKey().startsWith("x-cortex-") && !TRANSLATED.contains(each.getKey())) {
        draft.spec(each.getKey(), each.getValue(), Pointers.child(INFO, each.getKey()));
      }
    }
    if (Draft.isSaid(tree.path("paths"))) {
      draft.note("/paths", "the operations of an API are not kept: describe it as an API");
    }
  }

  private static void each(JsonNode info, String list, Elements.Visitor visitor) {
    Elements.each(info.path(list), Pointers.child(INFO, list), visitor);
  }
}
