package dev.portolan.stack.elasticsearch.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** {@code synonym_graph} with rules in the settings, in Solr's format. */
final class SynonymGraph implements TokenFilterFactory {
  private final String name;
  private final Settings settings;

  SynonymGraph(IndexSettings index, Environment environment, String name, Settings settings) {
    this.name = name;
    this.settings = settings;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TokenStream create(TokenStream in) {
    throw new IllegalStateException(name + " is known only as a part of an analyzer");
  }

  /** The rules go through what stands before them, so that they meet the terms as they will be. */
  @Override
  public TokenFilterFactory getChainAwareTokenFilterFactory(
      IndexCreationContext context,
      TokenizerFactory tokenizer,
      List<CharFilterFactory> charFilters,
      List<TokenFilterFactory> before,
      Function<String, TokenFilterFactory> all) {
    SynonymMap synonyms = parse(new PrecedingChain(tokenizer, charFilters, before));
    return new FilterFactory(
        name, in -> synonyms.fst == null ? in : new SynonymGraphFilter(in, synonyms, false), false);
  }

  private SynonymMap parse(Analyzer chain) {
    String rules = String.join("\n", settings.getAsList("synonyms"));
    SolrSynonymParser parser =
        new SolrSynonymParser(true, settings.getAsBoolean("expand", true), chain);
    try {
      parser.parse(new StringReader(rules));
      return parser.build();
    } catch (IOException | ParseException e) {
      throw new IllegalArgumentException("failed to build synonyms of " + name, e);
    }
  }
}
