package dev.portolan.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          checkout-payment_api.v2 | checkout payment api v2
          PaymentService          | payment service
          HTTPServer              | httpserver
          libpq5                  | libpq5
          Größe café              | grosse cafe
          c++, c#!                | c c
          a 🚀 b                   | a 🚀 b
          船舶                      | 船 舶
          שלום עולם               | שלום עולם
          """)
  void splitsAsTheIndexDoes(String text, String words) {
    assertThat(Token.of(text)).extracting(Token::folded).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"'  pay  '", "pay-ment", "🚀🚀 launch", "x"})
  void knowsWhereItsWordsStand(String text) {
    assertThat(Token.of(text))
        .isNotEmpty()
        .allSatisfy(
            token ->
                assertThat(text.substring(token.start(), token.end())).isEqualTo(token.folded()));
  }
}
