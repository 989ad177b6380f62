package dev.portolan.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.descriptor.UnreadableBodyException;
import dev.portolan.ingestion.kind.Yaml;
import dev.portolan.ingestion.reconciliation.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All documents of a batch are judged by all definitions of kinds in it. */
class KindsOfABatchTest {
  private static final String DEEP = kind("{type: number}");
  private static final String SHIP =
      "{apiVersion: acme.org/v1, kind: berth, metadata: {name: north}, spec: {draught: 7}}";
  private static final String WRONG =
      "{apiVersion: acme.org/v1, kind: Berth, metadata: {name: south}, spec: {draught: deep}}";
  private static final String NEITHER =
      "{apiVersion: acme.org/v1, kind: Berth, metadata: {name: east}, spec: {}}";
  private static final String GROUP =
      "{apiVersion: backstage.io/v1alpha1, kind: Group, metadata: {name: pilots}, spec: {type: t}}";

  private final InMemoryDefinitions catalog = new InMemoryDefinitions();

  private static String kind(String draught) {
    return "{apiVersion: portolan.dev/v1, kind: Kind, metadata: {name: Berth},"
        + " spec: {schema: {properties: {draught: %s}}}}".formatted(draught);
  }

  private static String moored(String kind, String trouble) {
    return "{apiVersion: portolan.dev/v1, kind: Kind, metadata: {name: %s}, spec: {relations:"
            .formatted(kind)
        + " [{field: /owner, type: ownedBy}, {field: /berth, type: mooredAt, trouble: %s}]}}"
            .formatted(trouble);
  }

  @Test
  void theOrderOfDocumentsDoesNotMatter() {
    List<String> documents = new ArrayList<>(List.of(SHIP, WRONG, NEITHER, GROUP, DEEP));
    Random random = new Random(20_261_128);
    for (int i = 0; i < 60; i++) {
      Collections.shuffle(documents, random);
      catalog.entities.clear();

      Report report = push(documents);

      assertThat(catalog.entities.keySet())
          .as("%s", documents)
          .extracting(EntityRef::toString)
          .containsExactly(
              "berth:default/east",
              "berth:default/north",
              "group:default/pilots",
              "kind:default/berth");
      assertThat(report.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.document()).isEqualTo(documents.indexOf(WRONG) + 1);
                assertThat(problem.line()).isEqualTo(2 * problem.document());
                assertThat(problem.rule()).isEqualTo("spec.type");
                assertThat(problem.field()).isEqualTo("/spec/draught");
              });
      assertThat(catalog.entities.values())
          .filteredOn(entity -> entity.name().equals("north"))
          .extracting(Entity::kind)
          .as("as its definition writes it")
          .containsExactly("Berth");
    }
  }

  @Test
  void ofThatManyDocumentsNoneOvertakesTheDefinition() {
    List<String> documents = new ArrayList<>();
    IntStream.range(0, 3_000).forEach(i -> documents.add(WRONG.replace("south", "b" + i)));
    documents.add(DEEP);

    assertThat(push(documents).rejected()).isEqualTo(3_000);
  }

  @Test
  void aStricterSchemaIsRefusedWhereEntitiesBreakIt() {
    push(List.of(WRONG, NEITHER));

    Report report = push(List.of(SHIP, DEEP));

    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("kind.existing");
              assertThat(problem.ref()).hasToString("kind:default/berth");
              assertThat(problem.line()).isEqualTo(4);
              assertThat(problem.message())
                  .startsWith("1 of the 2 entities of this kind break this schema: ")
                  .contains("berth:default/south at /spec/draught (type: ");
            });
    assertThat(report.accepted()).as("the others of the batch").isEqualTo(1);
    assertThat(catalog.entities).doesNotContainKey(EntityRef.parse("kind:default/berth"));
  }

  @Test
  void theOldDefinitionStandsWhereANewOneIsRefused() {
    push(List.of(kind("{type: string}"), WRONG));

    Report report = push(List.of(SHIP, DEEP));

    assertThat(report.problems())
        .extracting(ReportedProblem::rule)
        .containsExactlyInAnyOrder("kind.existing", "spec.type");
  }

  @Test
  void aSchemaForWhatIsNewIsTakenWhateverExists() {
    push(List.of(WRONG));

    Report report =
        push(List.of(DEEP.replace("{schema:", "{enforcement: newOnly, schema:"), SHIP, WRONG));

    assertThat(report.problems())
        .as("said again it is judged, and stays as it was")
        .extracting(ReportedProblem::rule)
        .containsExactly("spec.type");
    assertThat(catalog.entities).hasSize(3);
  }

  @Test
  void aBatchMayMendWhatItsOwnDefinitionBreaks() {
    push(List.of(kind("{type: string}"), WRONG));

    Report report = push(List.of(WRONG.replace("deep", "9"), DEEP));

    assertThat(report.problems()).isEmpty();
    assertThat(catalog.with(List.of()).named("berth").orElseThrow().faults(spec("{draught: a}")))
        .isNotEmpty();
  }

  @Test
  void ofTwoDefinitionsOfOneKindTheFirstStands() {
    Report report = push(List.of(DEEP, kind("{type: string}"), WRONG));

    assertThat(report.problems())
        .extracting(ReportedProblem::rule)
        .containsExactlyInAnyOrder("duplicate", "spec.type");
  }

  @Test
  void aFileWithWhatMayFareBetterTheNextTimeIsReadAgain() {
    push(List.of(WRONG));
    List<TakenDocument> refused = taken(DEEP);
    List<TakenDocument> other = taken(GROUP);

    SyncRun next = new SyncRun("harbour", 1L, this::write, catalog);
    assertThat(refused.getFirst()).isInstanceOf(TakenDocument.Rejected.class);
    assertThat(next.again(refused, Map.of())).isFalse();
    assertThat(next.again(other, hashes(other))).isTrue();
  }

  private List<TakenDocument> taken(String document) {
    List<TakenDocument> taken = new ArrayList<>();
    SyncRun run = new SyncRun("harbour", 1L, this::write, catalog);
    read(List.of(document), each -> run.accept(each, "a.yaml", taken::add));
    run.finish();
    assertThat(run.hasRefusedDefinitions()).isEqualTo(document.equals(DEEP));
    return taken;
  }

  private static Map<EntityRef, String> hashes(List<TakenDocument> taken) {
    TakenDocument.Said said = (TakenDocument.Said) taken.getFirst();
    return Map.of(said.ref(), said.hash());
  }

  @Test
  void aKindThatSaysOtherwiseThanAnotherWhichWayTroubleTravelsIsRefusedWithItsName() {
    push(List.of(moored("Ship", "toSource")));

    Report report = push(List.of(GROUP, moored("Barge", "toTarget"), moored("Boat", "toSource")));

    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.ref()).hasToString("kind:default/barge");
              assertThat(problem.line()).isEqualTo(4);
              assertThat(problem.field()).isEqualTo("/spec/relations/1/trouble");
              assertThat(problem.rule()).isEqualTo("kind.trouble");
              assertThat(problem.message()).startsWith("The kind Ship says").contains("'toSource'");
            });
    assertThat(report.accepted()).as("the others of the batch").isEqualTo(2);
    assertThat(push(List.of(moored("Ship", "stays"), moored("Boat", "stays"))).problems())
        .as("both may change their mind together")
        .isEmpty();
  }

  @Test
  void ofTwoKindsOfABatchThatContradictEachOtherTheFirstByItsReferenceStands() {
    for (List<String> batch :
        List.of(
            List.of(moored("Ship", "toSource"), moored("Barge", "toTarget")),
            List.of(moored("Barge", "toTarget"), moored("Ship", "toSource")))) {
      catalog.entities.clear();

      assertThat(push(batch).problems())
          .extracting(problem -> String.valueOf(problem.ref()))
          .containsExactly("kind:default/ship");
    }
  }

  @Test
  void aDefinitionIsCheckedItself() {
    Report report =
        push(
            List.of(
                kind("{type: metres}"),
                DEEP.replace("Berth", "Component"),
                DEEP.replace("{name: Berth}", "{name: Berth, namespace: harbour}")));

    assertThat(new TreeSet<>(report.problems().stream().map(each -> each.field()).toList()))
        .containsExactly(
            "/metadata/name", "/metadata/namespace", "/spec/schema/properties/draught/type");
  }

  private static JsonNode spec(String yaml) {
    return Yaml.tree(yaml);
  }

  private Report push(List<String> documents) {
    SyncRun run = new SyncRun("harbour", null, this::write, catalog);
    read(documents, each -> run.accept(each, null));
    run.finish();
    return run.report();
  }

  private static void read(List<String> documents, Consumer<ReadDocument> sink) {
    byte[] body = ("---\n" + String.join("\n---\n", documents)).getBytes(StandardCharsets.UTF_8);
    try {
      new DescriptorReader().read(new ByteArrayInputStream(body), sink);
    } catch (IOException | UnreadableBodyException e) {
      throw new AssertionError(e);
    }
  }

  private Map<EntityRef, Outcome> write(Chunk chunk) {
    catalog.write(chunk);
    Map<EntityRef, Outcome> outcomes = new HashMap<>();
    chunk
        .said()
        .forEach(each -> outcomes.put(each.ref(), new Outcome(each.ref(), 1, ChangeType.CREATED)));
    return outcomes;
  }
}
