package dev.portolan.stack.elasticsearch.analysis;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenizer;
import org.elasticsearch.common.settings.Settings;

/** {@code edge_ngram} that cuts the text at the characters which {@code token_chars} leaves out. */
final class EdgeNgramTokenizer extends EdgeNGramTokenizer {
  private final IntPredicate inToken;

  private EdgeNgramTokenizer(int min, int max, IntPredicate inToken) {
    super(min, max);
    this.inToken = inToken;
  }

  static Supplier<Tokenizer> from(Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    IntPredicate inToken = tokenCharacters(settings.getAsList("token_chars"));
    return () -> new EdgeNgramTokenizer(min, max, inToken);
  }

  @Override
  protected boolean isTokenChar(int character) {
    return inToken.test(character);
  }

  private static IntPredicate tokenCharacters(List<String> classes) {
    return classes.stream()
        .map(EdgeNgramTokenizer::characterClass)
        .reduce(IntPredicate::or)
        .orElse(character -> true);
  }

  private static IntPredicate characterClass(String name) {
    return switch (name) {
      case "letter" -> Character::isLetter;
      case "digit" -> Character::isDigit;
      case "whitespace" -> Character::isWhitespace;
      default ->
          throw new IllegalArgumentException(
              "This launcher knows letter, digit and whitespace in token_chars, not " + name);
    };
  }
}
