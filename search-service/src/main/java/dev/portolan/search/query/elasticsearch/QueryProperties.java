package dev.portolan.search.query.elasticsearch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.portolan.search.query.Preference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people search here.
 *
 * @param synonyms rules: see {@link dev.portolan.search.query.Synonyms#of}
 * @param points that an entity has for its kind or lifecycle
 */
@ConfigurationProperties("portolan.query")
record QueryProperties(List<String> synonyms, @DefaultValue Points points) {

  /**
   * Points by values in lower case.
   *
   * @param kind by kind
   * @param lifecycle by lifecycle
   */
  record Points(
      @DefaultValue Map<String, Double> kind, @DefaultValue Map<String, Double> lifecycle) {

    List<Preference> preferences() {
      return Stream.concat(of("kind", kind), of("lifecycle", lifecycle)).toList();
    }

    /** Of values that have the same points one: every preference costs each search some time. */
    private static Stream<Preference> of(String field, Map<String, Double> points) {
      Map<Double, List<String>> byPoints =
          new TreeMap<>(points)
              .entrySet().stream()
                  .collect(
                      groupingBy(
                          Map.Entry::getValue, TreeMap::new, mapping(Map.Entry::getKey, toList())));
      return byPoints.entrySet().stream()
          .map(
              each ->
                  new Preference(
                      "its %s is %s".formatted(field, String.join(" or ", each.getValue())),
                      field,
                      each.getValue(),
                      each.getKey()));
    }
  }
}
