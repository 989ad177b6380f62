package dev.portolan.search.indexing.elasticsearch;

import static dev.portolan.search.indexing.elasticsearch.Failures.reaching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The indices of a name, each with a number: the live one, the one that is being built, and those
 * that nobody needs any more.
 *
 * @param name of all of them
 * @param byNumber the aliases of each
 */
record NumberedIndices(String name, Map<Integer, Set<String>> byNumber) {

  static NumberedIndices of(ElasticsearchClient elasticsearch, String name) {
    Pattern numbered = Pattern.compile(Pattern.quote(name) + "-(\\d{1,9})");
    Map<Integer, Set<String>> byNumber = new TreeMap<>();
    reaching(() -> elasticsearch.indices().getAlias(get -> get.index(name + "-*")))
        .aliases()
        .forEach(
            (index, held) -> {
              var matcher = numbered.matcher(index);
              if (matcher.matches()) {
                byNumber.put(Integer.valueOf(matcher.group(1)), held.aliases().keySet());
              }
            });
    return new NumberedIndices(name, byNumber);
  }

  /** Removes an index, if it is still there. */
  static void remove(ElasticsearchClient elasticsearch, String index) {
    reaching(
        () ->
            elasticsearch.indices().delete(delete -> delete.index(index).ignoreUnavailable(true)));
  }

  /** The name of the index to be made next. */
  String next() {
    int last = byNumber.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    return index(last + 1);
  }

  /** The indices that have an alias. */
  List<String> under(String alias) {
    return byNumber.entrySet().stream()
        .filter(index -> index.getValue().contains(alias))
        .map(index -> index(index.getKey()))
        .toList();
  }

  /** The aliases of an index. */
  Set<String> aliases(String index) {
    return byNumber.getOrDefault(number(index), Set.of());
  }

  /** The indices that were made before that one. */
  List<String> before(String index) {
    return byNumber.keySet().stream()
        .filter(number -> number < number(index))
        .map(this::index)
        .toList();
  }

  private String index(int number) {
    return name + "-" + number;
  }

  private int number(String index) {
    return Integer.parseInt(index.substring(name.length() + 1));
  }
}
