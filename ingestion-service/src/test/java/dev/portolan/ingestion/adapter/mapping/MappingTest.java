package dev.portolan.ingestion.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.Note;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MappingTest {
  private static final String PORT =
      """
      resources:
        - kind: service
          selector: {query: .archived | not}
          port:
            itemsToParse: .parts
            entity:
              mappings:
                identifier: .item.id
                title: .name + " " + .item.id
                icon: '"Service"'
                blueprint: .item.blueprint
                team: .teams
                properties: {description: .about, tier: .item.tier, url: .nothing.here}
                relations:
                  dependsOn: .item.needs
                  domain: .domain
                  owner_by_search: {combinator: '"and"', rules: [{property: '"x"', operator: '"="', value: .x}]}
      """;

  @Test
  void partsOfAnItemBecomeEntitiesBesideTheItemItself() {
    List<Entity> entities =
        entities(
            """
            {"name": "Shop", "about": "Sells", "teams": ["payments"], "domain": "retail/eu",
             "parts": [{"id": "web", "blueprint": "service", "tier": 1,
                        "needs": ["component:default/orders", "resource:default/db"]},
                       {"id": "orders_db", "blueprint": "micro-data base", "needs": []}]}
            """);

    Entity web = entities.getFirst();
    assertThat(web.ref()).hasToString("component:default/web");
    assertThat(web.title()).isEqualTo("Shop web");
    assertThat(web.description()).isEqualTo("Sells");
    assertThat(web.annotations()).containsEntry("getport.io/icon", "Service");
    assertThat(web.spec())
        .containsEntry("owner", "group:payments")
        .containsEntry("tier", 1)
        .doesNotContainKeys("url", "description", "owner_by_search");
    assertThat(web.relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .contains(
            "ownedBy group:default/payments",
            "partOf alias:default/retail-eu",
            "dependsOn component:default/orders",
            "dependsOn resource:default/db");
    assertThat(entities.get(1).kind()).isEqualTo("MicroDataBase");
    assertThat(entities.get(1).ref().name()).isEqualTo("orders_db");
  }

  @Test
  void anItemThatIsNotSelectedBecomesNothing() {
    assertThat(mapped("{\"archived\": true, \"parts\": [{\"id\": \"a\"}]}")).isEmpty();
  }

  @Test
  void aSearchMakesNoRelationAndIsSaid() {
    assertThat(mapped("{\"parts\": [{\"id\": \"a\", \"blueprint\": \"b\"}]}"))
        .singleElement()
        .satisfies(
            each ->
                assertThat(((ReadDocument.Accepted) each.read(new DescriptorReader(), 1)).notes())
                    .extracting(Note::field)
                    .contains("/relations/owner_by_search"));
  }

  @Test
  void anItemWithoutIdentifierIsAProblemOfItsOwn() {
    assertThat(problems("{\"parts\": [{\"blueprint\": \"b\"}]}"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("/identifier");
              assertThat(problem.message()).contains("yields no identifier");
            });
  }

  @Test
  void aProgramThatCannotSelectIsAProblemAndNoSilence() {
    assertThat(problems("[]"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.field()).isEqualTo("/itemsToParse"));
  }

  @Test
  void aDescriptorIsReadInTheDialectThatItIsWrittenIn() {
    ReadDocument cortex =
        read(".yaml", "{\"yaml\": {\"info\": {\"title\": \"Quay\", \"x-cortex-tag\": \"quay\"}}}");
    ReadDocument port = read(".", "{\"identifier\": \"quay\", \"blueprint\": \"service\"}");

    assertThat(((ReadDocument.Accepted) cortex).entity().ref())
        .isEqualTo(((ReadDocument.Accepted) port).entity().ref())
        .hasToString("component:default/quay");
  }

  @Test
  void aDescriptorThatIsNoneIsAProblemOfItsOwn() {
    for (String program : List.of(".name", ".nothing", "error(\"cut off\")", "{kind: \"A\"}")) {
      assertThat(read(program, "{\"name\": \"quay\"}"))
          .as(program)
          .isInstanceOf(ReadDocument.Rejected.class);
    }
  }

  private static ReadDocument read(String descriptor, String item) {
    return Mapping.of(List.of(Map.of("descriptor", descriptor)), Optional.empty())
        .map(JsonMapper.shared().readTree(item))
        .getFirst()
        .read(new DescriptorReader(), 1);
  }

  private static List<Mapped> mapped(String item) {
    return Mapping.of(PORT, Optional.empty()).map(JsonMapper.shared().readTree(item));
  }

  private static List<Entity> entities(String item) {
    return mapped(item).stream()
        .map(each -> each.read(new DescriptorReader(), 1))
        .map(read -> ((ReadDocument.Accepted) read).entity())
        .toList();
  }

  private static List<Problem> problems(String item) {
    return mapped(item).stream()
        .map(each -> each.read(new DescriptorReader(), 1))
        .flatMap(read -> ((ReadDocument.Rejected) read).problems().stream())
        .toList();
  }
}
