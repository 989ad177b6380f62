package dev.portolan.search.relevance;

import dev.portolan.events.EntityRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a person types and wants.
 *
 * @param manner in which it is typed, such as {@code misspelling}
 * @param grades by reference: 3 what was meant, 2 nearly as good, 1 welcome
 */
record JudgedQuery(String text, String manner, Map<String, Integer> grades) {
  private static final int PAGE = 10;
  private static final Map<String, String> SHORT =
      Map.of(
          "c:", "component:default/",
          "a:", "api:default/",
          "r:", "resource:default/",
          "s:", "system:default/",
          "d:", "domain:default/",
          "g:", "group:default/",
          "u:", "user:default/",
          "t:", "template:default/",
          "%", "component:devex/one-platform-");

  /** Those of a file. */
  static List<JudgedQuery> in(String file) {
    try (InputStream queries =
        Objects.requireNonNull(JudgedQuery.class.getResourceAsStream(file))) {
      return new String(queries.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(JudgedQuery::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JudgedQuery of(String line) {
    String[] fields = line.split("\t", -1);
    Map<String, Integer> grades = new LinkedHashMap<>();
    for (String grade : fields[2].split(" ", -1)) {
      int end = grade.lastIndexOf('=');
      grades.put(ref(grade.substring(0, end)), Integer.valueOf(grade.substring(end + 1)));
    }
    return new JudgedQuery(fields[0], fields[1], grades);
  }

  private static String ref(String written) {
    if (written.startsWith("p:")) {
      return "page:default/" + Organisations.pageName(written.substring(2));
    }
    return SHORT.entrySet().stream()
        .filter(each -> written.startsWith(each.getKey()))
        .map(each -> each.getValue() + written.substring(each.getKey().length()))
        .findFirst()
        .map(ref -> EntityRef.parse(ref).toString())
        .orElse(written);
  }

  /** One over the place of the first hit that was meant or is nearly as good; 0 without one. */
  double reciprocalRank(List<String> found) {
    for (int place = 0; place < found.size(); place++) {
      if (grade(found.get(place)) >= 2) {
        return 1.0 / (place + 1);
      }
    }
    return 0;
  }

  /** The normalised discounted cumulative gain of the first ten. */
  double ndcg(List<String> found) {
    double ideal = dcg(grades.values().stream().sorted(Comparator.reverseOrder()).toList());
    return dcg(found.stream().map(this::grade).toList()) / ideal;
  }

  private int grade(String ref) {
    return grades.getOrDefault(ref, 0);
  }

  private static double dcg(List<Integer> grades) {
    double sum = 0;
    for (int place = 0; place < Math.min(PAGE, grades.size()); place++) {
      sum += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2) / Math.log(2));
    }
    return sum;
  }
}
