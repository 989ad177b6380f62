package dev.portolan.cli.lint;

import static dev.portolan.cli.lint.Fixtures.aBadName;
import static dev.portolan.cli.lint.Fixtures.held;
import static dev.portolan.cli.lint.Fixtures.problem;
import static dev.portolan.cli.lint.Fixtures.rejecting;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnotationsTest {

  @Test
  void everyProblemIsAnErrorAtItsLineAndTheSumIsPlain() {
    assertThat(Annotations.of(aBadName()))
        .isEqualTo(
            """
            ::error file=catalog/shop/cart.yaml,line=4,title=metadata.name::The name 'my cart' has a blank.
            ::notice::A note.
            3 files as a part of what the source shop says: 0 created, 1 updated, 0 deleted, 2 unchanged, 1 rejected, 1 passed over.
            """);
  }

  @Test
  void whatWouldEndACommandOrAPropertyIsEscaped() {
    String page =
        Annotations.of(
            rejecting(problem("a,b: 100%.yaml", 1, "x:y,z", "100%: a, b\r\n::set-env name=A::b")));

    assertThat(page.lines().findFirst())
        .hasValue(
            "::error file=catalog/a%2Cb%3A 100%25.yaml,line=1,title=x%3Ay%2Cz"
                + "::100%25: a, b%0D%0A::set-env name=A::b");
  }

  @Test
  void aLineThatIsNotKnownIsLeftOut() {
    assertThat(Annotations.of(rejecting(problem("a.yaml", 0, "body", "No."))))
        .startsWith("::error file=catalog/a.yaml,title=body::No.\n");
  }

  @Test
  void aSyncThatWouldBeHeldIsAWarning() {
    assertThat(Annotations.of(held())).startsWith("::warning::25 would be retracted.\n");
  }
}
