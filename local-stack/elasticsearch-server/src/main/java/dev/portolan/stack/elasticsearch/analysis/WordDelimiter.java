package dev.portolan.stack.elasticsearch.analysis;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_NUMBERS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_WORDS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.PRESERVE_ORIGINAL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterIterator;
import org.elasticsearch.common.settings.Settings;

/** {@code word_delimiter_graph}: checkoutService-v2 is checkout, Service, v and 2. */
final class WordDelimiter {
  private record Option(String name, int flag, boolean byDefault) {}

  private static final List<Option> OPTIONS =
      List.of(
          new Option("generate_word_parts", GENERATE_WORD_PARTS, true),
          new Option("generate_number_parts", GENERATE_NUMBER_PARTS, true),
          new Option("catenate_words", CATENATE_WORDS, false),
          new Option("catenate_numbers", CATENATE_NUMBERS, false),
          new Option("catenate_all", CATENATE_ALL, false),
          new Option("split_on_case_change", SPLIT_ON_CASE_CHANGE, true),
          new Option("preserve_original", PRESERVE_ORIGINAL, false),
          new Option("split_on_numerics", SPLIT_ON_NUMERICS, true),
          new Option("stem_english_possessive", STEM_ENGLISH_POSSESSIVE, true));

  private WordDelimiter() {}

  static UnaryOperator<TokenStream> withDefaults() {
    return from(Settings.EMPTY);
  }

  static UnaryOperator<TokenStream> from(Settings settings) {
    boolean adjustOffsets = settings.getAsBoolean("adjust_offsets", true);
    List<String> words = settings.getAsList("protected_words");
    CharArraySet protectedWords = words.isEmpty() ? null : new CharArraySet(words, false);
    int flags =
        OPTIONS.stream()
            .filter(option -> settings.getAsBoolean(option.name(), option.byDefault()))
            .mapToInt(Option::flag)
            .sum();
    byte[] characterTypes = WordDelimiterIterator.DEFAULT_WORD_DELIM_TABLE;
    return in ->
        new WordDelimiterGraphFilter(in, adjustOffsets, characterTypes, flags, protectedWords);
  }
}
