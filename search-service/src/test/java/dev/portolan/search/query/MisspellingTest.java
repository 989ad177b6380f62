package dev.portolan.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {

  @ParameterizedTest
  @CsvSource({
    "paymnet, payment, true",
    "paymet, payment, true",
    "paaymment, payment, true",
    "payment, payment, true",
    "payme, payment, false",
    "qayment, payment, true",
    "apyment, payment, true",
    "lafka, kafka, true",
    "dart, cart, false",
    "card, cart, true",
    "card, crat, false",
    "db, dc, false"
  })
  void allowsAsManyMistakesAsTheLengthExcuses(String typed, String word, boolean expected) {
    assertThat(Misspelling.of(typed, word)).isEqualTo(expected);
  }

  @Test
  void findsTheWordAgainAfterOneRandomMistake() {
    for (long seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      String word = word(random);

      assertThat(Misspelling.of(mistaken(word, random), word)).as("seed %d", seed).isTrue();
    }
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int length = 4 + random.nextInt(10);
    for (int i = 0; i < length; i++) {
      word.append((char) ('a' + random.nextInt(4)));
    }
    return word.toString();
  }

  private static String mistaken(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 2);
    StringBuilder typed = new StringBuilder(word);
    return switch (random.nextInt(4)) {
      case 0 -> typed.deleteCharAt(at).toString();
      case 1 -> typed.insert(at, 'z').toString();
      case 2 -> typed.replace(at, at + 1, "z").toString();
      default -> typed.insert(at + 2, typed.charAt(at)).deleteCharAt(at).toString();
    };
  }
}
