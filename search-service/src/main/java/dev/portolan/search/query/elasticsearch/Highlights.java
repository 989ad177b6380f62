package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import dev.portolan.search.query.SearchResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows where a hit matches. */
final class Highlights {
  private static final int FRAGMENT_CHARACTERS = 120;
  private static final int FRAGMENTS = 2;

  /** The fields in the index, by their importance, with their names in answers. */
  private static final Map<String, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("name", "name");
    FIELDS.put("title", "title");
    FIELDS.put("tags.words", "tags");
    FIELDS.put("ownerName", "owner");
    FIELDS.put("description", "description");
    FIELDS.put("spec", "spec");
  }

  private Highlights() {}

  /** The encoder escapes the text before the marks are set, so that they are the only markup. */
  static Highlight wanted() {
    List<NamedValue<HighlightField>> fields =
        FIELDS.keySet().stream().map(field -> NamedValue.of(field, pieces(field))).toList();
    return Highlight.of(
        h ->
            h.type(HighlighterType.Unified)
                .encoder(HighlighterEncoder.Html)
                .preTags("<em>")
                .postTags("</em>")
                .fields(fields));
  }

  /** Of a long field its best fragments, of a short one the whole. */
  private static HighlightField pieces(String field) {
    return HighlightField.of(
        f ->
            isLong(field)
                ? f.fragmentSize(FRAGMENT_CHARACTERS).numberOfFragments(FRAGMENTS)
                : f.numberOfFragments(0));
  }

  private static boolean isLong(String field) {
    return field.equals("description") || field.equals("spec");
  }

  static List<SearchResult.Highlight> read(Map<String, List<String>> answered) {
    List<SearchResult.Highlight> highlights = new ArrayList<>();
    FIELDS.forEach(
        (field, name) -> {
          List<String> fragments = answered.get(field);
          if (fragments != null) {
            highlights.add(new SearchResult.Highlight(name, fragments));
          }
        });
    return highlights;
  }
}
