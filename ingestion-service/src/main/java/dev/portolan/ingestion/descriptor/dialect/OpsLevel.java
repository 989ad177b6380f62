package dev.portolan.ingestion.descriptor.dialect;

import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpsLevel's {@code opslevel.yml}: a service, which is called a component by now.
 *
 * <p>The name here is the first alias, else the one that OpsLevel itself makes of the name: in
 * lower case, with {@code _} for what is no letter, digit, hyphen or dot. All aliases find the
 * entity.
 */
public record OpsLevel() implements Dialect {
  private static final List<String> ROOTS = List.of("component", "service");

  /** What the descriptor has elsewhere, whole. */
  private static final Set<String> TRANSLATED =
      Set.of("name", "type", "owner", "system", "description", "aliases", "tools", "dependencies");

  @Override
  public String name() {
    return "opslevel";
  }

  @Override
  public boolean recognises(JsonNode tree) {
    boolean names = tree.has("repository") || ROOTS.stream().anyMatch(tree::has);
    return names && (tree.has("version") || tree.size() == 1);
  }

  @Override
  public Translation translate(JsonNode tree) {
    for (String root : ROOTS) {
      if (tree.path(root) instanceof ObjectNode service) {
        return new Reading(this, tree, "/" + root, merged(service)).translation();
      }
    }
    return new Translation.ToNothing(
        "an OpsLevel file of the repository that it lies in: it names no service");
  }

  /** YAML 1.1 merges what stands under {@code <<}; what is written beside it goes before. */
  private static ObjectNode merged(ObjectNode service) {
    JsonNode below = service.path("<<");
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (JsonNode each : below.isArray() ? below.values() : List.of(below)) {
      each.properties().forEach(entry -> merged.putIfAbsent(entry.getKey(), entry.getValue()));
    }
    service.properties().stream()
        .filter(entry -> !entry.getKey().equals("<<"))
        .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
    return merged;
  }

  /** The reading of one service. */
  private record Reading(Draft draft, JsonNode tree, String root, ObjectNode service) {
    Reading(OpsLevel dialect, JsonNode tree, String root, ObjectNode service) {
      this(new Draft(dialect, tree), tree, root, service);
    }

    Translation translation() {
      names();
      String type = Draft.text(service.path("type")).orElse("service");
      draft.sort(
          Sort.known(type).orElseGet(() -> new Sort("Component", Optional.of(type))), at("type"));
      draft.owner(service.path("owner"), at("owner"));
      draft.relation("partOf", "system", service.path("system"), at("system"));
      tags();
      links();
      annotations();
      each(
          "dependencies",
          (to, at) ->
              draft.relationToAny(
                  "dependsOn",
                  to.path("alias"),
                  Draft.isSaid(to.path("notes")) ? Map.of("notes", to.path("notes")) : Map.of(),
                  at));
      rest();
      return draft.done();
    }

    private void names() {
      String name = Draft.text(service.path("name")).orElse("");
      List<String> aliases = new ArrayList<>();
      service.path("aliases").forEach(alias -> Draft.text(alias).ifPresent(aliases::add));
      boolean hasAlias = !aliases.isEmpty();
      aliases.add(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "_"));
      draft.metadata(
          "name",
          JsonNodeFactory.instance.stringNode(aliases.getFirst()),
          hasAlias ? at("aliases") + "/0" : at("name"));
      draft.metadata("title", at("name"));
      draft.metadata("description", at("description"));
      aliases.stream().filter(NamingRule.NAME::allows).forEach(draft::alias);
    }

    /** Keys may repeat: a label has the first value, and the spec all of them. */
    private void tags() {
      each(
          "tags",
          (tag, at) -> {
            String key = Draft.text(tag.path("key")).orElse("");
            String value = Draft.text(tag.path("value")).orElse("");
            if (NamingRule.NAME.allows(key) && NamingRule.NAME.allows(value)) {
              draft.label(key, value, at);
            }
          });
    }

    private void links() {
      each(
          "tools",
          (tool, at) -> draft.link(tool.path("url"), tool.path("name"), tool.path("category"), at));
    }

    /** What other tools look for under a name of their own. */
    private void annotations() {
      each(
          "repositories",
          (repository, at) -> {
            String provider = repository.path("provider").asString("");
            if (provider.equals("github") || provider.equals("gitlab")) {
              draft.annotation(provider + ".com/project-slug", repository.path("name"), at);
            }
          });
      for (String sources : new String[] {"alert_sources", "alert sources"}) {
        each(
            sources,
            (source, at) -> {
              if (source.path("type").asString("").equals("pagerduty")) {
                draft.annotation("pagerduty.com/service-id", source.path("external_id"), at);
              }
            });
      }
    }

    private void rest() {
      for (Map.Entry<String, JsonNode> each : service.properties()) {
        if (each.getKey().equals(Draft.RELATIONS)) {
          draft.note(at(each.getKey()), "OpsLevel knows no relations: name them as dependencies");
        } else if (!TRANSLATED.contains(each.getKey())) {
          draft.spec(each.getKey(), each.getValue(), at(each.getKey()));
        }
      }
      for (Map.Entry<String, JsonNode> each : tree.properties()) {
        String pointer = Pointers.child("", each.getKey());
        if (!pointer.equals(root) && !each.getKey().equals("version")) {
          draft.note(pointer, "what stands beside the service is not kept");
        }
      }
    }

    private String at(String field) {
      return Pointers.child(root, field);
    }

    private void each(String list, Elements.Visitor visitor) {
      Elements.each(service.path(list), at(list), visitor);
    }
  }
}
