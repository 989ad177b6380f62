package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.Link;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documents that define an API come to, where their format is asked for. */
class ApiFormatsTest {

  @Test
  void anOpenApiDocumentIsAnApiWithItsTextForADefinition() {
    String text =
        """
        openapi: 3.1.0
        info:
          title: Berth Bookings (v2)
          description: Books berths
          version: 2.4.0
          x-owner: pilots
          contact: {name: The Pilots, url: "https://acme.org/pilots"}
        externalDocs: {url: "https://acme.org/berths"}
        tags: [{name: Harbour Office}, {name: "tier:1"}, {name: "—"}, none]
        x-component: quay
        paths: {}
        """;

    Entity entity = read("api/openapi.yaml", text, "openapi").entity().entity();

    assertThat(entity.ref()).hasToString("api:default/berth-bookings-v2");
    assertThat(entity.title()).isEqualTo("Berth Bookings (v2)");
    assertThat(entity.description()).isEqualTo("Books berths");
    assertThat(entity.tags()).containsExactly("harbour-office", "tier:1");
    assertThat(entity.links())
        .containsExactly(
            new Link("https://acme.org/berths", null, null, null),
            new Link("https://acme.org/pilots", "The Pilots", null, null));
    assertThat(entity.annotations()).containsEntry("portolan.dev/format", "openapi");
    assertThat(entity.spec())
        .containsEntry("type", "openapi")
        .containsEntry("version", "2.4.0")
        .containsEntry("definition", text);
    assertThat(relations(entity))
        .containsExactly("apiProvidedBy component:default/quay", "ownedBy group:default/pilots");
  }

  @Test
  void oneOfVersion2InJsonIsReadTheSame() {
    String text = "{\"swagger\": \"2.0\", \"info\": {\"title\": \"Tides\"}, \"paths\": {}}";

    assertThat(read("tides.json", text, "openapi").entity().entity().spec())
        .containsEntry("type", "openapi")
        .containsEntry("definition", text);
  }

  @Test
  void anOwnerThatIsNoReferenceIsSaidInANote() {
    ReadDocument.Accepted read =
        read("a.yaml", "openapi: 3.0.0\ninfo: {title: A, x-owner: The Pilots}\n", "openapi")
            .entity();

    assertThat(read.notes()).extracting(Note::field).containsExactly("/info/x-owner");
    assertThat(read.entity().relations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "berths.yaml, berths",
    "berths/openapi.yaml, berths",
    "services/berths/src/main/resources/api.yaml, berths",
    "openapi.yaml, openapi",
  })
  void withoutATitleTheFileGivesTheNameOrAFolderAboveOne(String file, String name) {
    Reading reading = read(file, "openapi: 3.0.0\ninfo: {version: '1'}\n", "openapi");

    assertThat(reading.entity().entity().name()).isEqualTo(name);
  }

  @Test
  void aBrokenFieldIsToldWhereItStandsInTheDocument() {
    Problem problem =
        read("a.yaml", "openapi: 3.0.0\ninfo:\n  title: A\n  description: [a]\n", "openapi")
            .problem();

    assertThat(problem.field()).isEqualTo("/info/description");
    assertThat(problem.line()).isEqualTo(4);
  }

  @Test
  void anAsyncApiDocumentTellsWhatItsApplicationSendsAndReceives() {
    Entity entity =
        read(
                "asyncapi.yaml",
                """
                asyncapi: 3.0.0
                info: {title: Quay, version: 1.0.0, tags: [{name: sea}]}
                channels:
                  arrived: {address: ship.arrived}
                  booked: {}
                operations:
                  a: {action: send, channel: {$ref: '#/channels/arrived'}}
                  b: {action: receive, channel: {$ref: '#/channels/booked'}}
                  c: {action: receive, channel: {$ref: '../common.yaml#/channels/left'}}
                """,
                "asyncapi")
            .entity()
            .entity();

    assertThat(entity.tags()).containsExactly("sea");
    assertThat(entity.spec())
        .containsEntry("type", "asyncapi")
        .containsEntry("sends", List.of("ship.arrived"))
        .containsEntry("receives", List.of("booked", "left"));
    assertThat(entity.relations()).isEmpty();
  }

  @Test
  void inVersion2AnApplicationReceivesWhatOthersMayPublish() {
    Entity entity =
        read(
                "asyncapi.yaml",
                """
                asyncapi: 2.6.0
                info: {title: Quay, version: 1.0.0}
                channels:
                  ship.arrived: {subscribe: {}}
                  berth.booked: {publish: {}}
                """,
                "asyncapi")
            .entity()
            .entity();

    assertThat(entity.spec())
        .containsEntry("sends", List.of("ship.arrived"))
        .containsEntry("receives", List.of("berth.booked"));
  }

  @ParameterizedTest
  @CsvSource({
    "'openapi: 3.0.0', has no info",
    "'asyncapi: 3.0.0', has no info",
    "'{openapi: 4.0.0, info: {title: A}}', a version that is not read",
    "'{asyncapi: 1.2.0, info: {title: A}}', a version that is not read",
  })
  void aPartOrAnotherVersionIsLeftAloneWithAReason(String text, String reason) {
    assertThat(read("a.yaml", text, "openapi", "asyncapi").reason()).contains(reason);
  }

  @Test
  void aSchemaInGraphQlIsAnApiOfTheNameOfItsFile() {
    String text = "\"What can be asked\"\ntype Query { ships: [Ship!]! }\ntype Ship { id: ID! }\n";

    Entity entity = read("ships/schema.graphqls", text, "graphql").entity().entity();

    assertThat(entity.ref()).hasToString("api:default/ships");
    assertThat(entity.spec()).containsEntry("type", "graphql").containsEntry("definition", text);
  }

  @ParameterizedTest
  @CsvSource({
    "query type { ships { id } } fragment F on schema { id }, declares no types",
    "extend type Query { ships: [ID] } type Ship { id: ID }, a part of a GraphQL schema",
    "extend schema @link(url: '...') union A = schema | B, a part of a GraphQL schema",
    "# type Query { a: ID }, declares no types",
    "'', declares no types",
  })
  void whatIsNoWholeSchemaIsLeftAloneWithAReason(String text, String reason) {
    assertThat(read("a.graphql", text, "graphql").reason()).containsIgnoringCase(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema { query: Root }",
        "\"\"\"\nA \\\"\"\" type { \"\"\" type Query { a(b: String = \"}\"): ID # }\n}",
        "extend type A { b: ID } type Query @a(b: [{c: D}]) { a: ID }",
      })
  void aSchemaIsKnownByWhereQueriesBegin(String text) {
    assertThat(read("a.graphqls", text, "graphql").entity().entity().name()).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({"'type Query {|  ships: [}|}', 2", "'type Query|{ ships: ID', 2", "'}', 1"})
  void aSchemaWhoseBracketsDoNotMatchKeepsItsName(String text, int line) {
    Reading reading = read("ships.gql", text.replace('|', '\n'), "graphql");

    assertThat(reading.problem().line()).isEqualTo(line);
    assertThat(reading.problem().rule()).isEqualTo("graphql");
    assertThat(reading.rejected().getFirst().ref()).hasToString("api:default/ships");
  }

  @Test
  void eachServiceOfAProtobufFileIsAnApiWithTheOtherServicesLeftOut() {
    String text =
        """
        // Copyright of somebody.
        syntax = "proto3";
        package harbour.v1;
        option go_package = "service Fake {";

        // Books berths.
        service Berths {
          rpc Book(Ship) returns (Berth) {}
        }
        /* Tells of
         * ships. */
        service Ships { rpc Find(Ship) returns (Ship); } // } service None {
        message service { map<string, string> of = 1; }
        """;

    Reading reading = read("proto/harbour.proto", text, "protobuf");

    ReadDocument.Accepted berths = reading.accepted().getFirst();
    Entity ships = reading.accepted().getLast().entity();
    assertThat(reading.documents()).hasSize(2);
    assertThat(berths.line()).isEqualTo(7);
    assertThat(berths.entity().ref()).hasToString("api:default/harbour.v1.berths");
    assertThat(berths.entity().description()).isEqualTo("Books berths.");
    assertThat(berths.entity().spec())
        .containsEntry("type", "grpc")
        .containsEntry("package", "harbour.v1")
        .containsEntry("version", "v1");
    assertThat(String.valueOf(berths.entity().spec().get("definition")))
        .contains("Copyright", "rpc Book", "message service")
        .doesNotContain("rpc Find", "Tells of");
    assertThat(ships.title()).isEqualTo("Ships");
    assertThat(ships.description()).isEqualTo("Tells of\nships.");
  }

  @Test
  void aProtobufFileWithoutServicesIsLeftAlone() {
    assertThat(read("a.proto", "message A { string s = 1; }", "protobuf").reason())
        .isEqualTo("a protobuf file without a service");
  }

  @Test
  void ofMoreServicesThanAFileCanHonestlyHaveNoneIsRead() {
    assertThat(read("a.proto", "service A {}\n".repeat(51), "protobuf").reason())
        .isEqualTo("a protobuf file with more than 50 services");
  }

  @ParameterizedTest
  @CsvSource({
    "'package a;|service A {|  rpc B(C) returns (D) {|', 2",
    "'package a;|/* no end', 2",
    "'|option a = \"no end;|', 2",
    "'package', 1",
  })
  void aProtobufFileThatBreaksOffIsRejectedWhereWhatIsOpenBegan(String text, int line) {
    Problem problem = read("a.proto", text.replace('|', '\n'), "protobuf").problem();

    assertThat(problem.rule()).isEqualTo("protobuf");
    assertThat(problem.line()).isEqualTo(line);
  }

  @Test
  void aTextThatIsTooLargeIsRejected() {
    assertThat(read("a.proto", "a".repeat(1 << 21), "protobuf").problem().rule()).isEqualTo("size");
  }

  @Test
  void textsAreReadAsYamlWhereNobodyAsksForTheirFormat() {
    assertThat(read("a.graphql", "query { ships }", "protobuf").reason())
        .isEqualTo("a plain value, and no descriptor");
  }

  private static Reading read(String file, String text, String... formats) {
    return Reading.ofFile(file, text, formats);
  }

  private static List<String> relations(Entity entity) {
    return entity.relations().stream()
        .map(relation -> relation.type() + " " + relation.target())
        .toList();
  }
}
