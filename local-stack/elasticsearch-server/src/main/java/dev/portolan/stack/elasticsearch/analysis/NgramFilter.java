package dev.portolan.stack.elasticsearch.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/** {@code ngram}, with the bound that the full server sets on how many grams a term may become. */
final class NgramFilter implements TokenFilterFactory {
  private final String name;
  private final int min;
  private final int max;
  private final boolean preserveOriginal;

  NgramFilter(IndexSettings index, Environment environment, String name, Settings settings) {
    this.name = name;
    this.min = settings.getAsInt("min_gram", 1);
    this.max = settings.getAsInt("max_gram", 2);
    this.preserveOriginal = settings.getAsBoolean("preserve_original", false);
    if (max - min > index.getMaxNgramDiff()) {
      throw new IllegalArgumentException(
          "max_gram - min_gram of %s is %d; [index.max_ngram_diff] allows %d"
              .formatted(name, max - min, index.getMaxNgramDiff()));
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public TokenStream create(TokenStream in) {
    return new NGramTokenFilter(in, min, max, preserveOriginal);
  }
}
