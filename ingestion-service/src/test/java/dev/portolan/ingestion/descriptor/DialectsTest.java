package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.Link;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files of other portals say, in the words of a descriptor. */
class DialectsTest {

  @Test
  void aServiceOfCortexIsAComponentWithItsTagForAName() {
    Entity entity =
        entity(
            """
            openapi: 3.0.1
            info:
              title: Quay
              description: Gives every ship a berth
              x-cortex-tag: quay
              x-cortex-groups: ["tier:1", Java]
              x-cortex-link: [{name: Runbook, type: runbook, url: "https://acme.org/runbook"}]
              x-cortex-owners:
                - {type: EMAIL, email: ada@acme.org}
                - {type: group, name: pilots}
                - {type: GROUP, name: port-office}
              x-cortex-git: {github: {repository: acme/quay}}
              x-cortex-oncall: {pagerduty: {id: PX1, type: SERVICE}}
              x-cortex-slack: {channels: [{name: quay}]}
            """);

    assertThat(entity.ref()).hasToString("component:default/quay");
    assertThat(entity.title()).isEqualTo("Quay");
    assertThat(entity.description()).isEqualTo("Gives every ship a berth");
    assertThat(entity.tags()).containsExactly("tier:1", "java");
    assertThat(entity.links())
        .containsExactly(new Link("https://acme.org/runbook", "Runbook", null, "runbook"));
    assertThat(entity.annotations())
        .containsEntry("portolan.dev/dialect", "cortex")
        .containsEntry("github.com/project-slug", "acme/quay")
        .containsEntry("pagerduty.com/service-id", "PX1");
    assertThat(entity.spec())
        .containsEntry("type", "service")
        .containsEntry("owner", "group:pilots")
        .containsKeys("x-cortex-slack", "x-cortex-owners");
    assertThat(entity.relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .containsExactly("ownedBy group:default/pilots", "ownedBy group:default/port-office");
  }

  @ParameterizedTest
  @CsvSource({
    "service, component, service",
    "team, group, team",
    "DOMAIN, domain,",
    "ai-agent, aiagent, ai-agent",
    "service_version, serviceversion, service_version",
  })
  void aTypeOfCortexIsAKindHere(String type, String kind, String specType) {
    Entity entity = entity("{info: {title: A, x-cortex-tag: a, x-cortex-type: " + type + "}}");

    assertThat(entity.ref().kind()).isEqualTo(kind);
    assertThat(entity.spec().get("type")).isEqualTo(specType);
  }

  @Test
  void aRelationshipOfCortexKeepsItsTypeAndLeavesTheKindOpen() {
    Entity entity =
        entity(
            """
            info:
              x-cortex-tag: release-1
              x-cortex-type: release
              x-cortex-relationships:
                - {type: environments, destinations: [{tag: east}, {tag: west}]}
            """);

    assertThat(entity.relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .containsExactly("environments alias:default/east", "environments alias:default/west");
  }

  @Test
  void aProblemIsToldWhereItStandsInTheFile() {
    Problem problem =
        Reading.of(
                """
                openapi: 3.0.1
                info:
                  title: Quay
                  x-cortex-tag: the quay
                """)
            .problem();

    assertThat(problem.line()).isEqualTo(4);
    assertThat(problem.field()).isEqualTo("/info/x-cortex-tag");
    assertThat(problem.rule()).isEqualTo("name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-cortex-parents: [{tag: [a]}]",
        "x-cortex-dependency: [{tag: {name: a}}]",
        "x-cortex-dependency: [{tag: [a], method: GET}]",
        "x-cortex-domain-parents: [{tag: {name: a}}]",
        "x-cortex-relationships: [{type: uses, destinations: [{tag: {name: a}}]}]",
      })
  void whatNamesNobodyMakesNoRelationAndIsTold(String relation) {
    ReadDocument.Accepted quay =
        Reading.of("info:\n  x-cortex-tag: quay\n  " + relation + "\n").entity();

    assertThat(quay.entity().relations()).isEmpty();
    assertThat(quay.notes())
        .singleElement()
        .satisfies(note -> assertThat(note.message()).contains("no reference"));
  }

  @Test
  void anOwnerThatIsAListIsAProblemOfItsLine() {
    String owners = "x-cortex-owners: [{type: group, name: [a]}]";

    assertThat(Reading.of("info:\n  x-cortex-tag: quay\n  " + owners + "\n").problems())
        .extracting(Problem::line)
        .containsOnly(3);
  }

  @Test
  void aServiceOfOpsLevelIsFoundByAllItsAliases() {
    Entity entity =
        entity(
            """
            version: 1
            service:
              name: Tide Tables
              aliases: [tides, tide-tables]
              owner: harbour_office
              tier: tier_1
              framework:
              tags:
                - {key: db, value: rates}
                - {key: db, value: audit}
              tools: [{name: Logs, category: logs, url: "https://acme.org/logs"}]
              repositories: [{name: acme/tides, provider: github}]
              alert sources: [{type: pagerduty, external_id: PX2}]
              dependencies:
            """);

    assertThat(entity.ref()).hasToString("component:default/tides");
    assertThat(entity.title()).isEqualTo("Tide Tables");
    assertThat(entity.annotations())
        .containsEntry("portolan.dev/aliases", "tide-tables,tide_tables")
        .containsEntry("github.com/project-slug", "acme/tides")
        .containsEntry("pagerduty.com/service-id", "PX2");
    assertThat(entity.labels()).containsExactly(Map.entry("db", "rates"));
    assertThat(entity.spec())
        .containsEntry("type", "service")
        .containsEntry("tier", "tier_1")
        .containsKey("tags")
        .doesNotContainKey("framework");
    assertThat(entity.links())
        .containsExactly(new Link("https://acme.org/logs", "Logs", null, "logs"));
  }

  @Test
  void whatOpsLevelsFileMergesFromElsewhereGoesBehindWhatIsWritten() {
    ReadDocument.Accepted read =
        Reading.of(
                """
                version: 1
                defaults: &defaults {owner: pilots, tier: tier_3}
                service:
                  <<: *defaults
                  name: quay
                  tier: tier_1
                """)
            .entity();

    assertThat(read.entity().spec())
        .containsEntry("owner", "group:pilots")
        .containsEntry("tier", "tier_1")
        .doesNotContainKey("<<");
    assertThat(read.notes()).extracting(Note::field).containsExactly("/defaults");
  }

  @Test
  void anOpsLevelFileOfARepositoryNamesNoEntity() {
    assertThat(Reading.of("{version: 1, repository: {owner: dx_sdks, tier: , tags: }}").reason())
        .contains("OpsLevel", "names no service");
  }

  @Test
  void anEntityOfPortKeepsItsPropertiesAndRelations() {
    ReadDocument.Accepted read =
        Reading.of(
                """
                identifier: quay
                title: Quay
                blueprint: microservice
                team: [pilots, port-office]
                properties: {description: Berths, tier: "1", replicas: 3}
                relations:
                  depends_on: [tides]
                  cluster: east
                  owner: {combinator: and, rules: []}
                """)
            .entity();

    Entity entity = read.entity();
    assertThat(entity.ref()).hasToString("microservice:default/quay");
    assertThat(entity.description()).isEqualTo("Berths");
    assertThat(entity.spec()).containsEntry("tier", "1").containsEntry("replicas", 3);
    assertThat(entity.relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .containsExactly(
            "cluster alias:default/east",
            "dependsOn alias:default/tides",
            "ownedBy group:default/pilots",
            "ownedBy group:default/port-office");
    assertThat(read.notes()).extracting(Note::field).contains("/relations/owner");
  }

  @Test
  void aPropertyOfPortIsNoReferenceWhateverItsName() {
    Entity entity =
        entity(
            """
            identifier: quay
            blueprint: service
            properties: {owner: "Ada, of the pilots", system: 5, relations: {a: b}, tier: 1}
            relations: {depends_on: tides}
            """);

    assertThat(entity.spec())
        .containsEntry("tier", 1)
        .containsEntry(
            "properties",
            Map.of("owner", "Ada, of the pilots", "system", 5, "relations", Map.of("a", "b")));
    assertThat(entity.relations())
        .extracting(relation -> relation.type() + " " + relation.target())
        .containsExactly("dependsOn alias:default/tides");
  }

  @Test
  void aFieldThatOpsLevelDoesNotKnowTakesNoRelationAway() {
    ReadDocument.Accepted read =
        Reading.of(
                "{version: 1, service: {name: quay, relations: none, dependencies: [{alias: tides}]}}")
            .entity();

    assertThat(read.entity().relations()).hasSize(1);
    assertThat(read.notes()).extracting(Note::field).containsExactly("/service/relations");
  }

  @ParameterizedTest
  @CsvSource({
    "checkout, checkout",
    "my_service.v2, my_service.v2",
    "acme/shop: floor, acme-shop-floor",
    "arn:aws:s3:::logs, arn-aws-s3-logs",
    "/subscriptions/1/, subscriptions-1",
    "a - b, a-b",
  })
  void anIdentifierOfPortIsANameByTheRule(String identifier, String name) {
    Entity entity =
        entity(
            "{identifier: '%s', blueprint: b, relations: {uses: ['%s']}}"
                .formatted(identifier, identifier));

    assertThat(entity.name()).isEqualTo(name);
    assertThat(entity.relations().getFirst().target().name()).isEqualTo(name);
    assertThat(entity.annotations().getOrDefault("getport.io/identifier", name))
        .isEqualTo(identifier);
  }

  @Test
  void aListOfPortsEntitiesIsReadOneByOne() {
    Reading reading =
        Reading.of(
            """
            - identifier: quay
              blueprint: service
            - identifier: '///'
              blueprint: service
            """);

    assertThat(reading.accepted()).hasSize(1);
    assertThat(reading.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.problems().getFirst().field()).isEqualTo("/1/identifier");
              assertThat(rejected.problems().getFirst().line()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{identifier: service, title: Service, schema: {properties: {}}} | blueprint",
        "{resources: [{kind: repository, port: {}}]} | mapping",
      })
  void whatIsNoEntityOfPortIsPassedOverWithWhatItIs(String yaml, String reason) {
    assertThat(Reading.of(yaml).reason()).contains("Port", reason);
  }

  @Test
  void whatNobodyCanWriteThereIsNotAskedFor() {
    Entity entity = entity("{info: {x-cortex-tag: arrivals, x-cortex-type: system}}");

    assertThat(entity.spec()).as("a System of Backstage must have an owner").isEmpty();
  }

  @Test
  void whatIsWrittenKeepsTheSchemaOfItsKind() {
    assertThat(
            Reading.of("{identifier: quay, blueprint: service, properties: {lifecycle: [a]}}")
                .problem())
        .extracting(Problem::rule, Problem::field)
        .containsExactly("spec.type", "/properties/lifecycle");
  }

  private static Entity entity(String yaml) {
    return Reading.of(yaml).entity().entity();
  }
}
