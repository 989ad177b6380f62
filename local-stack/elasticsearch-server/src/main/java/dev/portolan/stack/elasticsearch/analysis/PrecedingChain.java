package dev.portolan.stack.elasticsearch.analysis;

import java.io.Reader;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** What an analyzer does to text before a filter in its midst. */
final class PrecedingChain extends Analyzer {
  private final TokenizerFactory tokenizer;
  private final List<CharFilterFactory> charFilters;
  private final List<TokenFilterFactory> filters;

  PrecedingChain(
      TokenizerFactory tokenizer,
      List<CharFilterFactory> charFilters,
      List<TokenFilterFactory> filters) {
    this.tokenizer = tokenizer;
    this.charFilters = charFilters;
    this.filters = filters;
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    Reader read = reader;
    for (CharFilterFactory filter : charFilters) {
      read = filter.create(read);
    }
    return read;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = tokenizer.create();
    TokenStream stream = source;
    for (TokenFilterFactory filter : filters) {
      stream = filter.getSynonymFilter().create(stream);
    }
    return new TokenStreamComponents(source, stream);
  }
}
