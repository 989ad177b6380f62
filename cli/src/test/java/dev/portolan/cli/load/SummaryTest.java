package dev.portolan.cli.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.descriptors.DescriptorFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final DescriptorFile CHECKOUT =
      new DescriptorFile(Path.of("org/checkout.yaml"), 100);
  private static final Parcel FILE = Parcel.of(List.of(CHECKOUT)).getFirst();

  private final Summary summary = new Summary();

  @Test
  void aLoadWithoutFaultIsCleanAndOneLineLong() {
    summary.add(FILE, accepted(40));
    summary.add(FILE, accepted(2));

    assertThat(summary.isClean()).isTrue();
    assertThat(summary.lines()).containsExactly("42 accepted, 0 unchanged, 0 rejected");
  }

  @Test
  void aRejectedDocumentIsNamedWithFileLineFieldAndRule() {
    var problem = new Answer.Problem(3, 41, "/metadata/name", "name", "It must be shorter.", null);
    summary.add(
        FILE, new Answer(0, 0, 1, 0, List.of(), 0, false, List.of(problem), List.of(), null));

    assertThat(summary.isClean()).isFalse();
    assertThat(summary.lines())
        .contains("org/checkout.yaml:41: document 3 /metadata/name: It must be shorter. [name]");
  }

  @Test
  void aRefusedFileIsNotClean() {
    summary.add(FILE, refused("The body is not UTF-8 at byte 7."));

    assertThat(summary.isClean()).isFalse();
    assertThat(summary.lines())
        .containsExactly(
            "org/checkout.yaml: The body is not UTF-8 at byte 7.",
            "0 accepted, 0 unchanged, 0 rejected, 1 files refused");
  }

  @Test
  void aHeldSyncIsNotClean() {
    summary.completed(new Answer(0, 0, 0, 0, List.of(), 0, true, List.of(), List.of(), null));

    assertThat(summary.isClean()).isFalse();
  }

  @Test
  void problemsPastTheListedOnesAreCounted() {
    IntStream.range(0, Summary.LISTED + 5).forEach(i -> summary.add(FILE, refused("Fault " + i)));

    assertThat(summary.lines()).hasSize(Summary.LISTED + 2).contains("… and 5 more problems.");
  }

  @Test
  void howeverManyNotesThereAreTheProblemsStandBelowThem() {
    List<String> notes = IntStream.range(0, 500).mapToObj(i -> "Note " + i).toList();
    var problem = new Answer.Problem(3, 41, "/metadata/name", "name", "It must be shorter.", null);
    summary.add(FILE, new Answer(0, 0, 1, 0, List.of(), 0, false, List.of(problem), notes, null));

    assertThat(summary.lines())
        .hasSize(Summary.LISTED + 3)
        .contains("… and 300 more notes.")
        .element(Summary.LISTED + 1)
        .asString()
        .contains("It must be shorter.");
  }

  @Test
  void ofFilesThatWereSentTogetherEachHasItsProblemsAndWhatItWasPassedOverFor() {
    DescriptorFile cart = new DescriptorFile(Path.of("org/shop/cart.yaml"), 100);
    Parcel both = Parcel.of(List.of(CHECKOUT, cart)).getFirst();
    var problem = new Answer.Problem(1, 7, null, "duplicate", "Twice.", "shop/cart.yaml");
    var manifest = new Answer.PassedOver("a Kubernetes manifest", "checkout.yaml");
    summary.add(
        both,
        new Answer(
            0,
            0,
            1,
            2,
            List.of(manifest, manifest),
            0,
            false,
            List.of(problem),
            List.of("a Kubernetes manifest (2 documents)", "Something else"),
            null));
    summary.completed(
        new Answer(
            0,
            0,
            0,
            0,
            List.of(),
            0,
            false,
            List.of(),
            List.of("a Kubernetes manifest (2 documents)", "The sync is partial"),
            null));

    assertThat(summary.lines())
        .containsExactly(
            "org/checkout.yaml: note: a Kubernetes manifest (2 documents)",
            Path.of("org").toAbsolutePath() + ": note: Something else",
            "note: The sync is partial",
            "org/shop/cart.yaml:7: document 1: Twice. [duplicate]",
            "0 accepted, 0 unchanged, 1 rejected, 2 no descriptors");
  }

  private static Answer accepted(int documents) {
    return new Answer(documents, 0, 0, 0, List.of(), 0, false, List.of(), List.of(), null);
  }

  private static Answer refused(String detail) {
    return new Answer(0, 0, 0, 0, List.of(), 0, false, List.of(), List.of(), detail);
  }
}
