package dev.portolan.stack.elasticsearch.analysis;

import static dev.portolan.stack.elasticsearch.analysis.FilterFactory.onCharacters;
import static dev.portolan.stack.elasticsearch.analysis.FilterFactory.onTerms;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.UpperCaseFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Token filters by the names and settings of analysis-common. */
final class TokenFilters {
  private TokenFilters() {}

  static Map<String, AnalysisProvider<TokenFilterFactory>> byName() {
    return Map.ofEntries(
        Map.entry("asciifolding", onCharacters(TokenFilters::asciiFolding)),
        Map.entry("lowercase", onCharacters(settings -> LowerCaseFilter::new)),
        Map.entry("uppercase", onCharacters(settings -> UpperCaseFilter::new)),
        Map.entry("trim", onCharacters(settings -> TrimFilter::new)),
        Map.entry(
            "pattern_replace",
            AnalysisPlugin.requiresAnalysisSettings(onCharacters(TokenFilters::patternReplace))),
        Map.entry("edge_ngram", onTerms(TokenFilters::edgeNgram)),
        Map.entry("flatten_graph", onTerms(settings -> FlattenGraphFilter::new)),
        Map.entry("kstem", onTerms(settings -> KStemFilter::new)),
        Map.entry("length", onTerms(TokenFilters::length)),
        Map.entry("limit", onTerms(TokenFilters::limit)),
        Map.entry("porter_stem", onTerms(settings -> PorterStemFilter::new)),
        Map.entry("remove_duplicates", onTerms(settings -> RemoveDuplicatesTokenFilter::new)),
        Map.entry("reverse", onTerms(settings -> ReverseStringFilter::new)),
        Map.entry("stemmer", onTerms(TokenFilters::stemmer)),
        Map.entry("word_delimiter_graph", onTerms(WordDelimiter::from)),
        Map.entry("ngram", NgramFilter::new),
        Map.entry("synonym_graph", AnalysisPlugin.requiresAnalysisSettings(SynonymGraph::new)));
  }

  private static UnaryOperator<TokenStream> asciiFolding(Settings settings) {
    boolean preserve = settings.getAsBoolean("preserve_original", false);
    return in -> new ASCIIFoldingFilter(in, preserve);
  }

  private static UnaryOperator<TokenStream> patternReplace(Settings settings) {
    Pattern pattern = Pattern.compile(settings.get("pattern"));
    String replacement = settings.get("replacement", "");
    boolean all = settings.getAsBoolean("all", true);
    return in -> new PatternReplaceFilter(in, pattern, replacement, all);
  }

  private static UnaryOperator<TokenStream> edgeNgram(Settings settings) {
    int min = settings.getAsInt("min_gram", 1);
    int max = settings.getAsInt("max_gram", 2);
    boolean preserve = settings.getAsBoolean("preserve_original", false);
    return in -> new EdgeNGramTokenFilter(in, min, max, preserve);
  }

  private static UnaryOperator<TokenStream> length(Settings settings) {
    int min = settings.getAsInt("min", 0);
    int max = settings.getAsInt("max", Integer.MAX_VALUE);
    return in -> new LengthFilter(in, min, max);
  }

  private static UnaryOperator<TokenStream> limit(Settings settings) {
    int tokens = settings.getAsInt("max_token_count", 1);
    boolean all = settings.getAsBoolean("consume_all_tokens", false);
    return in -> new LimitTokenCountFilter(in, tokens, all);
  }

  private static UnaryOperator<TokenStream> stemmer(Settings settings) {
    String language = settings.get("language", settings.get("name", "english"));
    return switch (language.toLowerCase(Locale.ROOT)) {
      case "english", "porter" -> PorterStemFilter::new;
      case "light_english", "kstem" -> KStemFilter::new;
      case "minimal_english" -> EnglishMinimalStemFilter::new;
      case "possessive_english" -> EnglishPossessiveFilter::new;
      default ->
          throw new IllegalArgumentException(
              "This launcher has English stemmers only; " + language + " needs a full server.");
    };
  }
}
