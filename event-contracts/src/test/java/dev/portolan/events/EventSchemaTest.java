package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class EventSchemaTest {
  /** The objects whose members the contract names; those beside them are free maps. */
  private static final String[] OBJECTS = {
    "", "/entity", "/entity/links/0", "/entity/relations/0", "/changed/0", "/rules/2"
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # event   | where                       | what instead                       | the fault
          created   | /ref                        | "component:shop/Checkout"          | /ref pattern
          created   | /ref                        | "component:checkout"               | /ref pattern
          created   | /ref                        | "component:shop/check--out"        | /ref pattern
          created   | /ref                        | "component:shop/checkout\\n"       | /ref pattern
          created   | /ref                        | 7                                  | /ref type
          created   | /version                    | 0                                  | /version minimum
          created   | /version                    | 9223372036854775808                | /version maximum
          created   | /version                    | "1"                                | /version type
          created   | /version                    | 1.5                                | /version type
          created   | /change                     | "RENAMED"                          | /change enum
          created   | /change                     | "DELETED"                          | /entity type
          created   | /entity                     | null                               | /entity type
          created   | /changed                    | [{"path":"/a","before":1,"after":2}] | /changed maxItems
          created   | /changed                    | null                               | /changed type
          created   | /sources                    | []                                 | /sources minItems
          created   | /sources                    | ["acme-git","acme-git"]            | /sources uniqueItems
          created   | /sources/0                  | "acme git"                         | /sources/0 pattern
          created   | /observedAt                 | "yesterday"                        | /observedAt format
          created   | /committedAt                | 1764000000                         | /committedAt type
          created   | /entity/kind                | "1Component"                       | /entity/kind pattern
          created   | /entity/namespace           | "shop-"                            | /entity/namespace pattern
          created   | /entity/name                | ""                                 | /entity/name pattern
          created   | /entity/title               | 7                                  | /entity/title type
          created   | /entity/labels/tier         | 1                                  | /entity/labels/tier type
          created   | /entity/annotations/tier    | {}                                 | /entity/annotations/tier type
          created   | /entity/tags/0              | "Java"                             | /entity/tags/0 pattern
          created   | /entity/tags/0              | "c++"                              | /entity/tags uniqueItems
          created   | /entity/links/0/url         | "runbooks/checkout"                | /entity/links/0/url pattern
          created   | /entity/links/0/title       | null                               | /entity/links/0/title type
          created   | /entity/spec                | []                                 | /entity/spec type
          created   | /entity/relations/0/target  | "orders-db"                        | /entity/relations/0/target pattern
          created   | /entity/relations/0/type    | ""                                 | /entity/relations/0/type minLength
          created   | /entity/relations/0/attributes | {}                              | /entity/relations/0/attributes minProperties
          updated   | /changed                    | []                                 | /changed minItems
          updated   | /changed/0/path             | "spec/owner"                       | /changed/0/path format
          updated   | /changed/0/path             | ""                                 | /changed/0/path minLength
          deleted   | /change                     | "UPDATED"                          | /entity type
          deleted   | /entity                     | {}                                 | /entity type
          deleted   | /sources                    | ["acme-git"]                       | /sources maxItems
          measured  | /entity                     | "component:checkout"               | /entity pattern
          measured  | /fact                       | "lead-time"                        | /fact pattern
          measured  | /fact                       | "4eyes"                            | /fact pattern
          measured  | /fact                       | ""                                 | /fact pattern
          measured  | /version                    | 0                                  | /version minimum
          measured  | /source                     | "acme ci"                          | /source pattern
          measured  | /source                     | null                               | /source type
          measured  | /observedAt                 | "yesterday"                        | /observedAt format
          fact-withdrawn | /committedAt           | null                               | /committedAt type
          evaluated | /scorecard                  | "component:shop/checkout"          | /scorecard pattern
          evaluated | /entity                     | "checkout"                         | /entity pattern
          evaluated | /version                    | 0                                  | /version minimum
          evaluated | /entityVersion              | 0                                  | /entityVersion minimum
          evaluated | /level                      | ""                                 | /level minLength
          evaluated | /rules/0/status             | "SKIPPED"                          | /rules/0/status enum
          evaluated | /points                     | -1                                 | /points minimum
          evaluated | /possible                   | 1.5                                | /possible type
          evaluated | /rules/2/message            | null                               | /rules/2/message type
          withdrawn | /rules                      | null                               | /rules type
          withdrawn | /evaluatedAt                | "24.11.2026"                       | /evaluatedAt format
          """)
  void whatTheContractDoesNotAllowIsNotValid(
      String event, String where, String instead, String fault) {
    ApprovedEvent approved = ApprovedEvent.named(event);
    JsonNode json = approved.tree();
    put(json, JsonPointer.compile(where), ApprovedEvent.MAPPER.readTree(instead));
    assertThat(approved.schema().faults(json)).contains(fault);
  }

  @ParameterizedTest
  @MethodSource("dev.portolan.events.ApprovedEvent#all")
  void everyMemberThatIsPromisedMustBeThere(ApprovedEvent approved) {
    for (String object : OBJECTS) {
      for (String member : approved.tree().at(object).propertyNames()) {
        JsonNode json = approved.tree();
        ((ObjectNode) json.at(object)).remove(member);
        boolean optional = object.contains("links") && !member.equals("url");
        if (!optional && !member.equals("attributes")) {
          assertThat(approved.schema().faults(json))
              .as("without %s/%s", object, member)
              .contains(object + " required");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.portolan.events.ApprovedEvent#all")
  void aLaterWriterMayAddMembersAndAReaderOfTodayPassesOverThem(ApprovedEvent approved) {
    JsonNode json = approved.tree();
    for (String object : OBJECTS) {
      if (json.at(object) instanceof ObjectNode known) {
        known.putObject("addedLater").put("answer", 42);
      }
    }
    assertThat(approved.schema().faults(json)).isEmpty();
    assertThat(ApprovedEvent.MAPPER.treeToValue(json, approved.event().getClass()))
        .isEqualTo(approved.event());
  }

  @Test
  void allSchemasMeanTheSameByARef() {
    assertThat(EventSchema.all())
        .extracting(schema -> schema.tree().at("/$defs/ref"))
        .hasOnlyElementsOfType(ObjectNode.class)
        .containsOnly(EventSchema.ENTITY_CHANGED.tree().at("/$defs/ref"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"81.2", "true", "\"gold\"", "[]", "{\"line\": 81.2}", "null"})
  void aFactHasAnyValue(String value) {
    ApprovedEvent approved = ApprovedEvent.named("measured");
    JsonNode json = approved.tree();
    put(json, JsonPointer.compile("/value"), ApprovedEvent.MAPPER.readTree(value));
    assertThat(approved.schema().faults(json)).isEmpty();
  }

  private static void put(JsonNode json, JsonPointer where, JsonNode value) {
    JsonNode parent = json.at(where.head());
    switch (parent) {
      case ObjectNode object -> object.set(where.last().getMatchingProperty(), value);
      case ArrayNode array -> array.set(where.last().getMatchingIndex(), value);
      default -> throw new IllegalArgumentException(where + " has no parent");
    }
  }
}
