package dev.portolan.cli.whatif;

import static dev.portolan.cli.whatif.Fixtures.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.proposal.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposalTest {

  @Test
  void filesStandBehindEachOtherAsDocumentsOfTheirOwn() {
    assertThat(Proposal.of(List.of(file("a.yaml", "kind: A"), file("b.yaml", "kind: B"))).text())
        .isEqualTo("---\nkind: A\n---\nkind: B\n");
  }

  @Test
  void aLineOfTheBodyIsFoundAgainInItsFile() {
    Proposal proposal =
        Proposal.of(List.of(file("a.yaml", "kind: A\nx: 1\n"), file("b.yaml", "kind: B\ny: 1")));

    assertThat(line(proposal, "x: 1")).isEqualTo(new Place("a.yaml", 2));
    assertThat(line(proposal, "y: 1")).isEqualTo(new Place("b.yaml", 2));
    assertThat(proposal.place(0)).isEqualTo(Place.UNKNOWN);
    assertThat(proposal.place(99)).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void everyLineOfJsonLinesIsADocumentAndKeepsItsNumber() {
    Proposal proposal = Proposal.of(List.of(file("a.jsonl", "{\"a\":1}\n\n{\"b\":2}\n")));

    assertThat(proposal.text()).isEqualTo("---\n{\"a\":1}\n---\n{\"b\":2}\n");
    assertThat(line(proposal, "{\"b\":2}")).isEqualTo(new Place("a.jsonl", 3));
  }

  @Test
  void theValuesOfAJsonArrayAreDocuments() {
    Proposal proposal = Proposal.of(List.of(file("a.json", "[\n{\"a\":[1,\n\t2]},{\"b\":{}}\n]")));

    assertThat(proposal.text()).isEqualTo("---\n{\"a\":[1,\n 2]}\n---\n{\"b\":{}}\n");
    assertThat(line(proposal, "{\"b\":{}}")).isEqualTo(new Place("a.json", 3));
  }

  @Test
  void brokenJsonIsSentAsItIsForTheServiceToSayWhatIsWrong() {
    assertThat(Proposal.of(List.of(file("a.json", "{\"a\":1}\n{\"b\":"))).text())
        .isEqualTo("---\n{\"a\":1}\n---\n\n{\"b\":\n");
  }

  @Test
  void aMarkOfTheOrderOfBytesIsNoPartOfTheText() {
    assertThat(Proposal.of(List.of(file("a.yaml", "\uFEFFkind: A"))).text())
        .isEqualTo("---\nkind: A\n");
  }

  private static Place line(Proposal proposal, String text) {
    return proposal.place(1 + proposal.text().lines().toList().indexOf(text));
  }
}
