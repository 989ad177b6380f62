package dev.portolan.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          payment api                 | payment,api
          "unbalanced (quote          | "unbalanced,(quote
          *pay* AND NOT owner:x       | *pay*,AND,NOT,owner:x
          --- *** payment             | payment
          c++ c#                      | c++,c#
          payment payment             | payment
          🚀 launch                    | 🚀,launch
          مرحبا                       | مرحبا
          """)
  void noCharacterHasAMeaningOfItsOwn(String typed, String words) {
    assertThat(SearchText.of(typed).words()).containsExactly(words.split(","));
  }

  @Test
  void controlCharactersAndMarksOfDirectionAreNotSearchedFor() {
    assertThat(SearchText.of(" pay\u0000ment\t\u202Eapi\u200B\r\n ").whole())
        .isEqualTo("pay ment api");
  }

  @Test
  void halfACharacterIsLeftOut() {
    assertThat(SearchText.of("pay\uD83D").whole()).isEqualTo("pay");
  }

  @Test
  void accentsAreOneCharacterHoweverTheyAreTyped() {
    assertThat(SearchText.of("cafe\u0301").whole()).isEqualTo("caf\u00e9");
  }

  @Test
  void nothingTypedIsNotTheSameAsNothingThatCouldBeFound() {
    assertThat(SearchText.of(" \t ").isEmpty()).isTrue();
    assertThat(SearchText.of("!!!").isEmpty()).isFalse();
    assertThat(SearchText.of("!!!").words()).isEmpty();
  }

  @Test
  void isBoundedInCharactersAndWords() {
    assertThatNoException().isThrownBy(() -> SearchText.of("x".repeat(1_000)));
    assertThatExceptionOfType(InvalidSearchException.class)
        .isThrownBy(() -> SearchText.of("x".repeat(1_001)))
        .withMessageContaining("1001 characters");
    assertThatNoException().isThrownBy(() -> SearchText.of(words(50)));
    assertThatExceptionOfType(InvalidSearchException.class)
        .isThrownBy(() -> SearchText.of(words(51)))
        .withMessageContaining("51 different words");
  }

  @Test
  void takesWhateverIsTyped() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      String typed =
          IntStream.range(0, random.nextInt(100))
              .mapToObj(i -> Character.toString((char) random.nextInt(0x10000)))
              .collect(Collectors.joining());

      SearchText text = SearchText.of(typed);

      assertThat(text.whole()).as("seed %d", seed).isEqualTo(text.whole().strip());
      assertThat(SearchText.of(text.whole())).as("seed %d", seed).isEqualTo(text);
    }
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
  }
}
