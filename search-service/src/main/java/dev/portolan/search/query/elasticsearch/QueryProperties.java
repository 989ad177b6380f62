package dev.portolan.search.query.elasticsearch;

import dev.portolan.search.query.Preference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
      List<Preference> preferences = new ArrayList<>();
      new TreeMap<>(kind)
          .forEach(
              (value, points) ->
                  preferences.add(
                      new Preference("its kind is " + value, "kind", List.of(value), points)));
      new TreeMap<>(lifecycle)
          .forEach(
              (value, points) ->
                  preferences.add(
                      new Preference(
                          "its lifecycle is " + value, "lifecycle", List.of(value), points)));
      return preferences;
    }
  }
}
