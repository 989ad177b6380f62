package dev.portolan.cli.whatif;

import static dev.portolan.cli.whatif.Fixtures.nothingChanges;
import static dev.portolan.cli.whatif.Fixtures.withoutTheGraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {

  @Test
  void aWholeAnswerLacksNothing() {
    assertThat(Gaps.of(reply(), nothingChanges())).isEqualTo(Gaps.NONE);
  }

  @Test
  void partsThatFailedForOneReasonAreNamedTogether() {
    Reply reply =
        reply(
            new Reply.Fault("catalog-service is away.", List.of("whatIf", "lost")),
            new Reply.Fault("catalog-service is away.", List.of("whatIf", "gained")));

    assertThat(Gaps.of(reply, nothingChanges()).missing())
        .containsExactly("lost, gained: catalog-service is away.");
  }

  @Test
  void aPartThatIsMissingWithoutAReasonIsMissingAllTheSame() {
    Gaps gaps = Gaps.of(reply(), withoutTheGraph(nothingChanges()));

    assertThat(gaps.isAnswered()).isFalse();
    assertThat(gaps.missing().getFirst()).contains("impact, lost, gained", "no reason");
  }

  @Test
  void whatWasCutOffIsSaidAndIsAnswered() {
    Reply reply =
        new Reply(
            null,
            List.of(),
            new Reply.Extensions(
                false, true, List.of(new Reply.Remark("catalog-service", "too deep"))),
            null);

    Gaps gaps = Gaps.of(reply, nothingChanges());
    assertThat(gaps.cut()).containsExactly("catalog-service: too deep");
    assertThat(gaps.isAnswered()).isTrue();
  }

  @Test
  void anAnswerThatCallsItselfStaleWithoutANoteIsNotTakenForWhole() {
    Reply reply = new Reply(null, List.of(), new Reply.Extensions(true, false, null), null);

    assertThat(Gaps.of(reply, nothingChanges()).cut()).hasSize(1);
  }

  private static Reply reply(Reply.Fault... faults) {
    return new Reply(null, List.of(faults), null, null);
  }
}
