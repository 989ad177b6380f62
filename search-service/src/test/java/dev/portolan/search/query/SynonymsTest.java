package dev.portolan.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynonymsTest {

  @Test
  void goEitherWayOrOneWayAsTheRuleSays() {
    Synonyms synonyms = Synonyms.of(List.of("k8s, Kubernetes", "pg => postgres, postgresql"));

    assertThat(synonyms.of("K8s")).containsExactly("kubernetes");
    assertThat(synonyms.of("kubernetes")).containsExactly("k8s");
    assertThat(synonyms.of("pg")).containsExactly("postgres", "postgresql");
    assertThat(synonyms.of("postgres")).isEmpty();
  }

  @Test
  void aTextOfManyWordsGoesWithoutThem() {
    Synonyms synonyms = Synonyms.of(List.of("k8s, kubernetes"));

    assertThat(SearchText.of("k8s b c d e f g h").with(synonyms).synonyms()).isEqualTo(synonyms);
    assertThat(SearchText.of("k8s b c d e f g h i").with(synonyms).synonyms())
        .isEqualTo(Synonyms.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alone", "a =>", "=> b", "a => b => c"})
  void aRuleThatSaysNothingIsRefusedAtTheStart(String rule) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Synonyms.of(List.of(rule)))
        .withMessageContaining(rule);
  }
}
