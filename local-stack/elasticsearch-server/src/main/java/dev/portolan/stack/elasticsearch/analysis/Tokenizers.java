package dev.portolan.stack.elasticsearch.analysis;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.LetterTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.path.PathHierarchyTokenizer;
import org.apache.lucene.analysis.pattern.PatternTokenizer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/** Tokenizers by the names and settings of analysis-common. */
final class Tokenizers {
  private Tokenizers() {}

  static Map<String, AnalysisProvider<TokenizerFactory>> byName() {
    return Map.of(
        "edge_ngram", from(EdgeNgramTokenizer::from),
        "keyword", from(settings -> KeywordTokenizer::new),
        "letter", from(settings -> LetterTokenizer::new),
        "path_hierarchy", from(Tokenizers::pathHierarchy),
        "pattern", from(Tokenizers::pattern),
        "uax_url_email", from(settings -> UAX29URLEmailTokenizer::new),
        "whitespace", from(settings -> WhitespaceTokenizer::new));
  }

  private static AnalysisProvider<TokenizerFactory> from(
      Function<Settings, Supplier<Tokenizer>> tokenizer) {
    return (index, environment, name, settings) ->
        TokenizerFactory.newFactory(name, tokenizer.apply(settings));
  }

  private static Supplier<Tokenizer> pathHierarchy(Settings settings) {
    char delimiter = settings.get("delimiter", "/").charAt(0);
    char replacement = settings.get("replacement", Character.toString(delimiter)).charAt(0);
    int skip = settings.getAsInt("skip", 0);
    return () -> new PathHierarchyTokenizer(delimiter, replacement, skip);
  }

  private static Supplier<Tokenizer> pattern(Settings settings) {
    Pattern pattern = Pattern.compile(settings.get("pattern", "\\W+"));
    int group = settings.getAsInt("group", -1);
    return () -> new PatternTokenizer(pattern, group);
  }
}
