package dev.portolan.ingestion.observation;

import dev.portolan.ingestion.observation.FieldProvenance.Disagreement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Merges what sources say field by field, and remembers of each field who said it. */
final class FieldMerge {
  /** What one source says of one field. */
  record Said(Observation by, @Nullable Object value) {}

  private final Predicate<String> unite;
  private final List<FieldProvenance> provenance = new ArrayList<>();

  /**
   * Begins a merge.
   *
   * @param unite whether the list at this JSON Pointer is a set
   */
  FieldMerge(Predicate<String> unite) {
    this.unite = unite;
  }

  /** Where the fields merged so far come from, in the order in which they were met. */
  List<FieldProvenance> provenance() {
    return provenance;
  }

  /**
   * The maps merged key by key.
   *
   * @param said each value a map; by precedence
   */
  Map<String, @Nullable Object> maps(String path, List<Said> said) {
    var keys = new LinkedHashSet<String>();
    said.forEach(each -> keys.addAll(map(each).keySet()));
    var merged = new LinkedHashMap<String, @Nullable Object>();
    for (String key : keys) {
      var member = new ArrayList<Said>(said.size());
      for (Said each : said) {
        if (map(each).containsKey(key)) {
          member.add(new Said(each.by(), map(each).get(key)));
        }
      }
      merged.put(key, value(Pointer.to(path, key), member));
    }
    return merged;
  }

  private @Nullable Object value(String path, List<Said> all) {
    List<Said> said = all.stream().filter(each -> each.value() != null).toList();
    if (said.isEmpty()) {
      remember(path, all.getFirst(), all);
      return null;
    }
    Said first = said.getFirst();
    if (first.value() instanceof Map<?, ?>) {
      contradictions(path, first, said);
      return maps(path, said.stream().filter(each -> each.value() instanceof Map).toList());
    }
    if (first.value() instanceof List<?> && unite.test(path)) {
      return union(path, said);
    }
    remember(path, first, said);
    return first.value();
  }

  private List<@Nullable Object> union(String path, List<Said> said) {
    var united = new LinkedHashSet<@Nullable Object>();
    for (Said each : said) {
      List<?> elements = each.value() instanceof List<?> list ? list : List.of(each.value());
      for (Object element : elements) {
        int index = united.size();
        if (united.add(element)) {
          remember(path + "/" + index, new Said(each.by(), element), List.of());
        }
      }
    }
    return new ArrayList<>(united);
  }

  /** A source that says something else than a map where a map won is in nobody's members. */
  private void contradictions(String path, Said first, List<Said> said) {
    if (!said.stream().allMatch(each -> each.value() instanceof Map)) {
      remember(path, first, said.stream().filter(each -> !(each.value() instanceof Map)).toList());
    }
  }

  private void remember(String path, Said believed, List<Said> all) {
    List<Disagreement> others =
        all.stream()
            .filter(each -> !Objects.equals(each.value(), believed.value()))
            .map(each -> new Disagreement(each.by().source(), each.value(), observedAt(each)))
            .toList();
    provenance.add(
        new FieldProvenance(
            path, believed.by().source(), observedAt(believed), believed.value(), others));
  }

  private static Instant observedAt(Said said) {
    return said.by().observedAt();
  }

  @SuppressWarnings("unchecked") // JSON's maps have strings for keys
  private static Map<String, @Nullable Object> map(Said said) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(said.value());
  }
}
