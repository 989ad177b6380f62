package dev.portolan.system.benchmark;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.portolan.system.data.DebianChanges;
import dev.portolan.system.data.Standards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The limit: nothing but the compiled expressions, one after the other in one thread, over facts
 * that are in memory already. Nothing is read, counted, bounded, kept or published.
 */
final class RawRules {
  private static final List<String> RELATIONS =
      List.of("dependsOn", "dependencyOf", "ownedBy", "partOf");

  private final List<CelRuntime.Program> programs = new ArrayList<>();
  private final List<Map<String, Object>> entities = new ArrayList<>();

  RawRules(DebianChanges debian) throws Exception {
    Cel cel =
        CelFactory.legacyCelBuilder()
            .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build())
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("entity", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("related", MapType.create(SimpleType.STRING, ListType.create(SimpleType.DYN)))
            .addVar("graph", MapType.create(SimpleType.STRING, SimpleType.INT))
            .addVar("facts", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("scorecards", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .build();
    for (var scorecard : Standards.all()) {
      for (Standards.Rule rule : scorecard.getValue()) {
        // The one that asks for the time has no counterpart in plain CEL; its beginning decides.
        String expression = rule.expression().replace("within(d.at, 30)", "d.at != ''");
        programs.add(cel.createProgram(cel.compile(expression).getAst()));
      }
    }
    for (int i = 0; i < debian.components(); i++) {
      entities.add(variables(debian.component(i)));
    }
    relate();
  }

  private static Map<String, Object> variables(ObjectNode component) {
    Map<String, Object> entity = new HashMap<>();
    JsonNode metadata = component.path("metadata");
    entity.put("kind", "Component");
    entity.put("name", metadata.path("name").asString());
    entity.put("tags", List.of());
    entity.put("annotations", plain(metadata.path("annotations")));
    entity.put("spec", plain(component.path("spec")));
    for (String field : List.of("title", "description")) {
      if (metadata.has(field)) {
        entity.put(field, metadata.path(field).asString());
      }
    }
    List<String> targets =
        component.at("/spec/dependsOn").valueStream().map(JsonNode::asString).toList();
    entity.put("relations", targets.isEmpty() ? Map.of() : Map.of("dependsOn", targets));
    return new HashMap<>(
        Map.of(
            "entity",
            entity,
            "graph",
            Map.of("blastRadius", 3L, "cycleSize", 0L, "dependents", 2L),
            "facts",
            Map.of(),
            "scorecards",
            Map.of("default/s0", Map.of("reached", List.of("bronze")))));
  }

  private static Object plain(JsonNode json) {
    return JsonMapper.shared().convertValue(json, Object.class) instanceof Map<?, ?> map
        ? map
        : Map.of();
  }

  private void relate() {
    Map<String, Object> byRef = new HashMap<>();
    for (Map<String, Object> each : entities) {
      if (each.get("entity") instanceof Map<?, ?> entity) {
        byRef.put("component:default/" + entity.get("name"), entity);
      }
    }
    Map<Object, List<Object>> dependents = new HashMap<>();
    for (Map<String, Object> each : entities) {
      if (each.get("entity") instanceof Map<?, ?> entity
          && entity.get("relations") instanceof Map<?, ?> relations) {
        List<Object> targets = new ArrayList<>();
        if (relations.get("dependsOn") instanceof List<?> refs) {
          for (Object ref : refs) {
            Object target = byRef.get(ref);
            if (target != null) {
              targets.add(target);
              dependents.computeIfAbsent(ref, _ -> new ArrayList<>()).add(entity);
            }
          }
        }
        Map<String, List<Object>> related = new HashMap<>();
        RELATIONS.forEach(relation -> related.put(relation, List.of()));
        related.put("dependsOn", targets);
        each.put("related", related);
      }
    }
    for (Map<String, Object> each : entities) {
      if (each.get("entity") instanceof Map<?, ?> entity
          && each.get("related") instanceof Map<?, ?> map) {
        put(map, dependents.getOrDefault("component:default/" + entity.get("name"), List.of()));
      }
    }
  }

  @SuppressWarnings("unchecked") // it was made above
  private static void put(Map<?, ?> related, List<Object> dependents) {
    ((Map<String, Object>) related).put("dependencyOf", dependents);
  }

  /** How many there are to be evaluated. */
  long evaluations() {
    return (long) entities.size() * programs.size();
  }

  /** Evaluates all, and answers how many hold. */
  long evaluate() {
    long hold = 0;
    for (Map<String, Object> entity : entities) {
      for (CelRuntime.Program program : programs) {
        hold += holds(program, entity) ? 1 : 0;
      }
    }
    return hold;
  }

  private static boolean holds(CelRuntime.Program program, Map<String, Object> entity) {
    try {
      return program.eval(entity) instanceof Boolean holds && holds;
    } catch (Exception e) {
      return false;
    }
  }
}
