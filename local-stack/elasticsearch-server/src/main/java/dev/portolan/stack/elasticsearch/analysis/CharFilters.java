package dev.portolan.stack.elasticsearch.analysis;

import java.io.Reader;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;

/** Character filters by the names and settings of analysis-common. */
final class CharFilters {
  private record Factory(String name, UnaryOperator<Reader> filter) implements CharFilterFactory {
    @Override
    public Reader create(Reader reader) {
      return filter.apply(reader);
    }
  }

  private CharFilters() {}

  static Map<String, AnalysisProvider<CharFilterFactory>> byName() {
    return Map.of(
        "html_strip",
        from(settings -> HTMLStripCharFilter::new),
        "mapping",
        AnalysisPlugin.requiresAnalysisSettings(from(CharFilters::mapping)),
        "pattern_replace",
        AnalysisPlugin.requiresAnalysisSettings(from(CharFilters::patternReplace)));
  }

  private static AnalysisProvider<CharFilterFactory> from(
      Function<Settings, UnaryOperator<Reader>> filter) {
    return (index, environment, name, settings) -> new Factory(name, filter.apply(settings));
  }

  private static UnaryOperator<Reader> mapping(Settings settings) {
    NormalizeCharMap.Builder mappings = new NormalizeCharMap.Builder();
    for (String rule : settings.getAsList("mappings")) {
      int arrow = rule.indexOf("=>");
      if (arrow < 0) {
        throw new IllegalArgumentException("Invalid mapping rule: [" + rule + "]");
      }
      mappings.add(rule.substring(0, arrow).trim(), rule.substring(arrow + 2).trim());
    }
    NormalizeCharMap map = mappings.build();
    return reader -> new MappingCharFilter(map, reader);
  }

  private static UnaryOperator<Reader> patternReplace(Settings settings) {
    Pattern pattern = Pattern.compile(settings.get("pattern"));
    String replacement = settings.get("replacement", "");
    return reader -> new PatternReplaceCharFilter(pattern, replacement, reader);
  }
}
