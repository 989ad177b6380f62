package dev.portolan.search.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnfinishedTest {

  @Test
  void aWordIsBegunUntilASpaceEndsIt() {
    assertThat(Unfinished.of("checkout pay")).isEqualTo(new Unfinished("checkout ", null, "pay"));
    assertThat(Unfinished.of("checkout ")).isEqualTo(new Unfinished("checkout ", null, ""));
    assertThat(Unfinished.of("")).isEqualTo(new Unfinished("", null, ""));
  }

  @Test
  void aValueIsBegunAfterItsColonAndAfterEachComma() {
    assertThat(Unfinished.of("a -tag:")).isEqualTo(new Unfinished("a -tag:", Key.TAG, ""));
    assertThat(Unfinished.of("tag:java,g")).isEqualTo(new Unfinished("tag:java,", Key.TAG, "g"));
    assertThat(Unfinished.of("tag:\"c sh")).isEqualTo(new Unfinished("tag:", Key.TAG, "c sh"));
  }

  @Test
  void aReferenceIsAWord() {
    assertThat(Unfinished.of("a component:default/ca"))
        .isEqualTo(new Unfinished("a ", null, "component:default/ca"));
  }

  @Test
  void aCompletionThatNeedsQuotesGetsThem() {
    assertThat(Unfinished.of("tag:\"c sh").completed("c sharp")).isEqualTo("tag:\"c sharp\"");
    assertThat(Unfinished.of("kind:co").completed("component")).isEqualTo("kind:component");
  }
}
