package dev.portolan.ingestion.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DefinitionFaultsTest {
  private static final Path FOLDER = Path.of("src/main/resources/kinds");

  @Test
  void whatComesWithPortolanKeepsTheRulesOfWhatUsersDefine() throws IOException {
    for (String name : Files.readAllLines(FOLDER.resolve("index.txt"))) {
      JsonNode tree = JsonMapper.shared().readTree(FOLDER.resolve(name + ".json").toFile());
      ObjectNode spec = (ObjectNode) tree.path("spec");
      if (name.equals("location")) {
        spec.remove("locations"); // which only ours may have
      }
      if (!name.equals("kind")) { // it refers to the schema of schemas
        assertThat(DefinitionFaults.ofSpec(spec)).as(name).isEmpty();
      }
      assertThat(tree.path("kind").asString()).isEqualTo("Kind");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{schema: {properties: {draught: {type: metres}}}} | /schema/properties/draught/type",
        "{schema: {type: object, required: draught}} | /schema/required",
        "{relations: [{field: /berth}]} | /relations/0/type",
        "{relations: [{field: berth, type: mooredAt}]} | /relations/0/field",
        "{relations: [{field: /berth, type: moored at}]} | /relations/0/type",
        "{relations: [{field: /berth, type: mooredAt, targetKind: Berth}]} | /relations/0/targetKind",
        "{relations: [{field: /a, type: x}, {field: /a, type: y}]} | /relations/1/field",
        "{relations: [{field: /a, type: x, trouble: up}]} | /relations/0/trouble",
        "{relations: [{field: /a, type: dependsOn, trouble: stays}]} | /relations/0/trouble",
        "{relations: [{field: /a, type: ownerOf, trouble: toSource}]} | /relations/0/trouble",
        "{relations: [{field: /a, type: x, trouble: stays}, {field: /b, type: x, trouble: toSource}]}"
            + " | /relations/1/trouble",
        "{relation: []} | /relation",
        "{enforcement: never} | /enforcement",
        "{schema: {properties: {a: {pattern: '[a'}}}} | /schema/properties/a/pattern",
        "{schema: {properties: {a: {$ref: 'https://example.com/a'}}}} | /schema/properties/a/$ref",
        "{schema: {properties: {a: {$ref: 'file:///etc/passwd'}}}} | /schema/properties/a/$ref",
        "{schema: {properties: {a: {$ref: '#/$defs/none'}}}} | /schema/properties/a/$ref",
        "{schema: {$defs: {a: {items: {$ref: '#/$defs/a'}}}}} | /schema/$defs/a/items/$ref",
        "{schema: {$id: 'https://acme.org/a'}} | /schema/$id",
        "{schema: {$schema: 'http://json-schema.org/draft-04/schema#'}} | /schema/$schema",
      })
  void aFaultIsToldWithItsField(String yaml, String field) {
    assertThat(DefinitionFaults.ofSpec(tree(yaml)))
        .extracting(SpecFault::field)
        .containsOnly(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{field: /a, type: mooredAt, trouble: toSource}",
        "{field: /a, type: x, trouble: stays}, {field: /b, type: x, trouble: stays}",
        "{field: /a, type: x, trouble: toTarget}, {field: /b, type: x}",
        "{field: /a, type: dependsOn, trouble: toSource}, {field: /b, type: partOf, trouble: stays}",
        "{field: /a, type: dependencyOf, trouble: toTarget}"
      })
  void aKindMaySayWhichWayTroubleTravelsAlongATypeOfItsOwnAndWhatHoldsForABuiltInOne(
      String relations) {
    assertThat(DefinitionFaults.ofSpec(tree("{relations: [%s]}".formatted(relations)))).isEmpty();
  }

  @Test
  void aFaultOfTroubleSaysWhatHoldsForTheType() {
    assertThat(
            DefinitionFaults.ofSpec(
                tree("{relations: [{field: /a, type: dependsOn, trouble: stays}]}")))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.keyword()).isEqualTo("trouble");
              assertThat(fault.message())
                  .contains("'dependsOn' is built in")
                  .contains("'toSource'");
            });
  }

  @Test
  void aPropertyMayHaveTheNameOfAKeyword() {
    JsonNode spec =
        tree("{schema: {properties: {$id: {type: string}, $ref: {}, pattern: {type: string}}}}");

    assertThat(DefinitionFaults.ofSpec(spec)).isEmpty();
    assertThat(KindDefinition.of("Ship", null, spec).faults(tree("{$id: a, pattern: '['}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"component", "API", "kind", "alias", "ai-agent", ""})
  void aKindOfThatNameIsNotDefined(String name) {
    assertThat(DefinitionFaults.ofName(name)).isPresent();
  }

  @Test
  void aSchemaThatGrowsByItsReferencesIsRefused() {
    String definitions =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    "d%d: {allOf: [{$ref: '#/$defs/d%d'}, {$ref: '#/$defs/d%d'}]}"
                        .formatted(i, i + 1, i + 1))
            .collect(Collectors.joining(", "));
    JsonNode spec =
        tree("{schema: {$ref: '#/$defs/d0', $defs: {%s, d30: {}}}}".formatted(definitions));

    assertThat(DefinitionFaults.ofSpec(spec))
        .extracting(SpecFault::field)
        .containsExactly("/schema");
  }

  @Test
  void aPatternThatWouldTakeForEverDoesNotMatch() {
    KindDefinition ship =
        KindDefinition.of(
            "Ship", null, tree("{schema: {properties: {name: {pattern: '^(a+)+$'}}}}"));

    assertThat(Duration.ofSeconds(5))
        .isGreaterThan(
            time(
                () ->
                    assertThat(ship.faults(tree("{name: '%sb'}".formatted("a".repeat(5_000)))))
                        .extracting(SpecFault::keyword)
                        .containsExactly("pattern")));
  }

  private static Duration time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static JsonNode tree(String yaml) {
    return Yaml.tree(yaml);
  }
}
