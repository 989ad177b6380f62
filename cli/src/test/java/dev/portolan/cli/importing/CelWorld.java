package dev.portolan.cli.importing;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An entity as rules of Portolan see it, and CEL itself to judge what is said of it: a condition
 * must compile with the types that scorecard-service has, and means what it answers.
 */
public final class CelWorld {
  public static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  private static final CelType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);
  private static final StructType LINK =
      struct(
          "test.Link",
          Map.of("url", SimpleType.STRING, "title", SimpleType.STRING, "type", SimpleType.STRING));
  private static final StructType ENTITY = struct("test.Entity", entityFields());
  private static final StructType RELATED = struct("test.Related", relatedFields());

  private static final Cel CEL =
      CelFactory.legacyCelBuilder()
          .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build())
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .setTypeProvider(new Types())
          .addVar("entity", ENTITY)
          .addVar("related", RELATED)
          .addVar("facts", MapType.create(SimpleType.STRING, SimpleType.DYN))
          .addFunctionDeclarations(
              function("within", SimpleType.BOOL, SimpleType.STRING, SimpleType.INT),
              function("daysUntil", SimpleType.INT, SimpleType.STRING))
          .addFunctionBindings(
              CelFunctionBinding.from("within", String.class, Long.class, CelWorld::within),
              CelFunctionBinding.from("daysUntil", String.class, CelWorld::daysUntil))
          .build();

  private final Map<String, Object> entity = new HashMap<>();
  private final Map<String, Object> related = new HashMap<>();
  private final Map<String, Object> facts = new HashMap<>();

  private CelWorld() {
    entity.putAll(Map.of("kind", "Component", "namespace", "default", "name", "checkout"));
    entity.putAll(Map.of("labels", Map.of(), "annotations", Map.of(), "tags", List.of()));
    entity.putAll(Map.of("links", List.of(), "relations", Map.of()));
    entity.put("spec", Map.of("type", "service"));
    relatedFields().keySet().forEach(name -> related.put(name, List.of()));
  }

  /** A service of which nothing is known but that it is one. */
  public static CelWorld service() {
    return new CelWorld();
  }

  public CelWorld with(String field, Object value) {
    entity.put(field, value);
    return this;
  }

  public CelWorld related(String relation, Object... entities) {
    related.put(relation, List.of(entities));
    return this;
  }

  public CelWorld fact(String name, Object value) {
    facts.put(name, value);
    return this;
  }

  /** The same time, so many days ago. */
  public static String daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days)).toString();
  }

  /** Whether a condition holds; one that ends in an error fails the test. */
  public boolean finds(String condition) {
    try {
      Object answer =
          CEL.createProgram(checked(condition).getAst())
              .eval(Map.of("entity", entity, "related", related, "facts", facts));
      return (Boolean) answer;
    } catch (CelEvaluationException | CelValidationException e) {
      throw new AssertionError(condition + ": " + e.getMessage(), e);
    }
  }

  /** Fails unless a condition compiles. */
  public static void compile(String condition) {
    checked(condition);
  }

  private static CelValidationResult checked(String condition) {
    CelValidationResult result = CEL.compile(condition);
    if (result.hasError()) {
      throw new AssertionError(condition + ": " + result.getErrorString());
    }
    return result;
  }

  private static boolean within(String time, long days) {
    return Duration.between(Instant.parse(time), NOW).compareTo(Duration.ofDays(days)) <= 0;
  }

  private static long daysUntil(String time) {
    return Duration.between(NOW, Instant.parse(time)).toDays();
  }

  private static CelFunctionDecl function(String name, CelType result, CelType... parameters) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name, result, parameters));
  }

  private static Map<String, CelType> entityFields() {
    Map<String, CelType> fields = new TreeMap<>();
    for (String name : List.of("ref", "kind", "namespace", "name", "title", "description")) {
      fields.put(name, SimpleType.STRING);
    }
    fields.put("labels", TEXTS);
    fields.put("annotations", TEXTS);
    fields.put("tags", ListType.create(SimpleType.STRING));
    fields.put("links", ListType.create(LINK));
    fields.put("spec", MapType.create(SimpleType.STRING, SimpleType.DYN));
    fields.put("relations", MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)));
    return fields;
  }

  private static Map<String, CelType> relatedFields() {
    Map<String, CelType> fields = new TreeMap<>();
    for (String name :
        List.of("ownedBy", "dependsOn", "dependencyOf", "providesApi", "documentedBy")) {
      fields.put(name, ListType.create(ENTITY));
    }
    return fields;
  }

  private static StructType struct(String name, Map<String, CelType> fields) {
    ImmutableMap<String, CelType> known = ImmutableMap.copyOf(fields);
    return StructType.create(
        name, ImmutableSet.copyOf(known.keySet()), field -> Optional.ofNullable(known.get(field)));
  }

  private static final class Types implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(ENTITY, LINK, RELATED);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return types().stream().filter(type -> type.name().equals(name)).findFirst();
    }
  }
}
