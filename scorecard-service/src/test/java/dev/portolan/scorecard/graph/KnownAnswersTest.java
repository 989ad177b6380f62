package dev.portolan.scorecard.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the organisation of 20,000 entities whose answers are known, where it lies. */
class KnownAnswersTest {
  private static final Path FOLDER = Path.of("../../shared/data/synthetic-20k").toAbsolutePath();

  /** The fields of a descriptor, and the relation types that they state. */
  private static final Map<String, String> ALL =
      Map.of(
          "dependsOn", "dependsOn",
          "providesApis", "providesApi",
          "consumesApis", "consumesApi");

  @BeforeEach
  void theFilesLieBesideTheCheckout() {
    assumeThat(FOLDER).isDirectory();
  }

  @Test
  void alongDependsOnTheBlastRadiusOfEveryKnownRootIsExact() throws IOException {
    CatalogFacts facts = catalog(Map.of("dependsOn", "dependsOn")).facts();

    for (JsonNode root : roots()) {
      GraphFacts known = facts.of(EntityRef.parse(root.path("ref").asString()));
      assertThat(known).as("%s", root).isNotNull();
      assertThat(known.blastRadius()).isEqualTo(root.path("transitiveDependents").asInt());
      assertThat(known.dependents()).isEqualTo(root.path("direct").asInt());
    }
  }

  @Test
  void withProvidersAndConsumersItIsWhatASearchFromTheRootFinds() throws IOException {
    CatalogFacts facts = catalog(ALL).facts();
    NaiveTrouble model = new NaiveTrouble();
    read("entities.json.gz")
        .forEach(entity -> model.put(ref(entity), relations(entity.path("spec"), ALL)));

    for (JsonNode root : roots()) {
      EntityRef ref = EntityRef.parse(root.path("ref").asString());
      GraphFacts known = facts.of(ref);
      assertThat(known).as("%s", root).isNotNull();
      assertThat(known.blastRadius()).isEqualTo(model.reachedFrom(ref).size());
    }
  }

  private static TroubleGraph catalog(Map<String, String> fields) throws IOException {
    TroubleGraph graph = new TroubleGraph(RelationTypes.BUILT_IN);
    for (JsonNode entity : read("entities.json.gz")) {
      graph.put(ref(entity), relations(entity.path("spec"), fields));
    }
    return graph;
  }

  private static JsonNode roots() throws IOException {
    JsonNode roots = JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("roots.json")));
    assertThat(roots.path("roots")).isNotEmpty();
    return roots.path("roots");
  }

  private static EntityRef ref(JsonNode entity) {
    return new EntityRef(
        entity.path("kind").asString(),
        entity.at("/metadata/namespace").asString(),
        entity.at("/metadata/name").asString());
  }

  private static List<Relation> relations(JsonNode spec, Map<String, String> fields) {
    return fields.entrySet().stream().flatMap(field -> relations(spec, field)).toList();
  }

  private static Stream<Relation> relations(JsonNode spec, Map.Entry<String, String> field) {
    return spec.path(field.getKey())
        .valueStream()
        .map(JsonNode::asString)
        .map(text -> new Relation(field.getValue(), EntityRef.parse(text, "api", "default")));
  }

  private static JsonNode read(String file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(file)))) {
      return JsonMapper.shared().readTree(in);
    }
  }
}
