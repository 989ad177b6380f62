package dev.portolan.stack.elasticsearch.analysis;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;

/**
 * A token filter from a function.
 *
 * @param normalizes whether the filter changes characters alone, so that it may also be used on
 *     keywords and on the terms of prefix and wildcard queries
 */
record FilterFactory(String name, UnaryOperator<TokenStream> filter, boolean normalizes)
    implements TokenFilterFactory {

  static AnalysisProvider<TokenFilterFactory> onTerms(
      Function<Settings, UnaryOperator<TokenStream>> filter) {
    return (index, environment, name, settings) ->
        new FilterFactory(name, filter.apply(settings), false);
  }

  static AnalysisProvider<TokenFilterFactory> onCharacters(
      Function<Settings, UnaryOperator<TokenStream>> filter) {
    return (index, environment, name, settings) ->
        new FilterFactory(name, filter.apply(settings), true);
  }

  @Override
  public TokenStream create(TokenStream in) {
    return filter.apply(in);
  }

  @Override
  public TokenStream normalize(TokenStream in) {
    return normalizes ? filter.apply(in) : in;
  }
}
