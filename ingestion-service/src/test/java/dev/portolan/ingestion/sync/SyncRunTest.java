package dev.portolan.ingestion.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.Note;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import dev.portolan.ingestion.observation.Description;
import dev.portolan.ingestion.reconciliation.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SyncRunTest {
  private final List<Chunk> chunks = new ArrayList<>();
  private final SyncRun run = new SyncRun("git", null, this::write, new InMemoryDefinitions());

  @Test
  void documentsAreWrittenByTheThousand() {
    for (int i = 1; i <= 2_500; i++) {
      run.accept(accepted(i, "c-" + i, "text"), null);
    }
    run.flush();

    assertThat(chunks).extracting(chunk -> chunk.said().size()).containsExactly(1_000, 1_000, 500);
    assertThat(run.report().accepted()).isEqualTo(2_500);
    assertThat(run.report().entities()).hasSize(1_000);
  }

  @Test
  void longDocumentsAreWrittenSooner() {
    String megabyte = "x".repeat(1_000_000);
    for (int i = 1; i <= 10; i++) {
      run.accept(accepted(i, "c-" + i, megabyte), null);
    }
    run.flush();

    assertThat(chunks).extracting(chunk -> chunk.said().size()).containsExactly(5, 5);
  }

  @Test
  void theSameDescriptionTwiceIsUnchangedTheSecondTime() {
    run.accept(accepted(1, "checkout", "text"), null);
    run.accept(accepted(2, "checkout", "text"), null);
    run.flush();

    assertThat(run.report().entities())
        .extracting(ReportedEntity::document, ReportedEntity::change)
        .containsExactly(tuple(1, "CREATED"), tuple(2, "UNCHANGED"));
    assertThat(chunks.getFirst().said()).hasSize(1);
  }

  @Test
  void whatAnotherPartOfTheSyncDescribesOtherwiseIsRejected() {
    SyncRun part = new SyncRun("git", null, _ -> Map.of(), new InMemoryDefinitions());
    part.accept(accepted(3, "checkout", "text"), "org/checkout.yaml");
    part.flush();

    assertThat(part.report().rejected()).isEqualTo(1);
    assertThat(part.report().problems().getFirst())
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("duplicate");
              assertThat(problem.path()).isEqualTo("org/checkout.yaml");
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.message())
                  .contains("An earlier part", "component:default/checkout");
            });
  }

  @Test
  void ofTwoDescriptionsThatDifferTheFirstStands() {
    run.accept(accepted(1, "checkout", "first"), null);
    run.accept(accepted(2, "checkout", "second"), null);
    run.flush();

    assertThat(chunks.getFirst().said())
        .extracting(each -> each.entity().description())
        .containsExactly("first");
    assertThat(run.report().problems())
        .extracting(ReportedProblem::document, ReportedProblem::rule)
        .containsExactly(tuple(2, "duplicate"));
    assertThat(run.report().documents()).isEqualTo(2);
  }

  @Test
  void aDuplicateIsFoundAcrossChunks() {
    for (int i = 1; i <= 3_000; i++) {
      run.accept(accepted(i, "c-" + i, "text"), null);
    }
    run.accept(accepted(3_001, "c-7", "other"), null);

    assertThat(run.report().problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).startsWith("Document 7 "));
  }

  @Test
  void aRejectedDocumentIsNamedWhereItsReferenceCouldBeRead() {
    EntityRef checkout = EntityRef.parse("component:default/checkout");
    run.accept(rejected(1, checkout), null);
    run.accept(new ReadDocument.Rejected(2, null, List.of(problem())), null);
    run.flush();

    assertThat(chunks.getFirst().named()).containsExactly(checkout);
    assertThat(run.report().rejected()).isEqualTo(2);
    assertThat(run.report().nameless()).isEqualTo(1);
  }

  @Test
  void aNoteIsSaidOnceWithTheNumberOfItsDocuments() {
    run.accept(noted(1, "a"), null);
    run.accept(noted(2, "b"), null);
    run.flush();

    assertThat(run.report().notes()).containsExactly("kind Widget has no definition (2 documents)");
  }

  @Test
  void whatIsNoDescriptorIsNeitherTakenNorRejected() {
    run.accept(new ReadDocument.PassedOver(1, 1, "an empty document"), null);
    run.flush();

    assertThat(run.report().documents()).isZero();
    assertThat(run.report().passedOver()).isEqualTo(1);
    assertThat(chunks).isEmpty();
  }

  @Test
  void ofWhatIsNoDescriptorTheFirstAreListedWithTheirPlace() {
    for (int i = 1; i <= 1_001; i++) {
      run.accept(new ReadDocument.PassedOver(i, 2 * i, "an empty document"), "all.yaml");
    }

    assertThat(run.report().passedOver()).isEqualTo(1_001);
    assertThat(run.report().others())
        .hasSize(1_000)
        .contains(new ReportedPassedOver(7, 14, "an empty document", "all.yaml"));
  }

  @Test
  void whatTheSourceStillSaysIsTakenAgainAndNotWritten() {
    TakenDocument checkout = said("checkout", "text");

    assertThat(run.again(List.of(checkout), hashes("checkout", "text"))).isTrue();
    run.flush();

    assertThat(chunks).isEmpty();
    assertThat(run.report().unchanged()).isEqualTo(1);
    assertThat(run.report().filesUnchanged()).isEqualTo(1);
  }

  @Test
  void ofAFileThatSaysMoreThanTheSourceDoesNothingIsTaken() {
    List<TakenDocument> file = List.of(said("checkout", "text"), said("cart", "text"));

    assertThat(run.again(file, hashes("checkout", "text"))).isFalse();
    assertThat(run.again(file, hashes("checkout", "other"))).isFalse();

    assertThat(run.report().documents()).isZero();
    assertThat(run.report().filesUnchanged()).isZero();
  }

  @Test
  void aDuplicateNeedNotBeSaidToBeReportedAgain() {
    run.accept(accepted(1, "checkout", "first"), "a.yaml");

    assertThat(run.again(List.of(said("checkout", "second")), Map.of())).isTrue();
    run.flush();

    assertThat(run.report().problems())
        .extracting(ReportedProblem::rule, ReportedProblem::path)
        .containsExactly(tuple("duplicate", "b.yaml"));
  }

  @Test
  void whatStandsAddsUpToTheSameWhetherItIsReadOrTakenAgain() {
    SyncRun other = new SyncRun("git", null, this::write, new InMemoryDefinitions());
    run.accept(accepted(1, "checkout", "text"), null);
    run.accept(accepted(2, "cart", "text"), null);
    run.accept(accepted(3, "cart", "other"), null);
    other.again(List.of(said("cart", "text")), hashes("cart", "text"));
    assertThat(other.sum()).isNotEqualTo(run.sum());

    other.accept(accepted(1, "checkout", "text"), null);

    assertThat(other.sum()).isEqualTo(run.sum());
  }

  private static TakenDocument said(String name, String text) {
    Description description = Description.of(entity(name, text));
    return new TakenDocument.Said(1, 1, "b.yaml", description.ref(), description.hash(), List.of());
  }

  private static Map<EntityRef, String> hashes(String name, String text) {
    Description description = Description.of(entity(name, text));
    return Map.of(description.ref(), description.hash());
  }

  private Map<EntityRef, Outcome> write(Chunk chunk) {
    chunks.add(chunk);
    var outcomes = new HashMap<EntityRef, Outcome>();
    for (Description each : chunk.said()) {
      outcomes.put(each.ref(), new Outcome(each.ref(), 1, ChangeType.CREATED));
    }
    return outcomes;
  }

  private static ReadDocument accepted(int document, String name, String text) {
    return new ReadDocument.Accepted(document, document, entity(name, text), List.of());
  }

  private static ReadDocument noted(int document, String name) {
    return new ReadDocument.Accepted(
        document,
        document,
        entity(name, "text"),
        List.of(new Note("/kind", "kind Widget has no definition")));
  }

  private static ReadDocument rejected(int document, EntityRef ref) {
    return new ReadDocument.Rejected(document, ref, List.of(problem()));
  }

  private static Problem problem() {
    return new Problem(1, "/spec/owner", "spec", "owner is missing");
  }

  private static Entity entity(String name, String text) {
    return new Entity(
        "Component",
        "default",
        name,
        null,
        text,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of());
  }
}
