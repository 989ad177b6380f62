package dev.portolan.catalog.dependency;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.portolan.catalog.dependency.Impact.KeyCount;
import dev.portolan.events.Entity;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What roll-ups have to say, read from the entities themselves. */
record NaiveRollUps(Map<String, Entity> entities) {

  List<KeyCount> by(Function<String, @Nullable String> key, Collection<String> refs) {
    return refs.stream()
        .map(key)
        .filter(Objects::nonNull)
        .collect(groupingBy(text -> text, counting()))
        .entrySet()
        .stream()
        .map(entry -> new KeyCount(entry.getKey(), entry.getValue().intValue()))
        .sorted(Comparator.comparingInt(KeyCount::count).reversed().thenComparing(KeyCount::key))
        .toList();
  }

  @Nullable String owner(String ref) {
    return firstTarget(ref, "ownedBy", "");
  }

  @Nullable String system(String ref) {
    return firstTarget(ref, "partOf", "system:");
  }

  /** Its own, or else that of the system around it. */
  @Nullable String domain(String ref) {
    Set<String> seen = new HashSet<>();
    String around = ref;
    while (around != null && seen.add(around)) {
      String domain = firstTarget(around, "partOf", "domain:");
      if (domain != null) {
        return domain;
      }
      around = system(around);
    }
    return null;
  }

  @Nullable String tier(String ref) {
    Entity entity = entities.get(ref);
    Object tier = entity == null ? null : entity.spec().get("tier");
    return tier == null ? null : tier.toString();
  }

  private @Nullable String firstTarget(String ref, String type, String prefix) {
    Entity entity = entities.get(ref);
    return entity == null
        ? null
        : entity.relations().stream()
            .filter(relation -> relation.type().equals(type))
            .map(relation -> relation.target().toString())
            .filter(target -> target.startsWith(prefix))
            .findFirst()
            .orElse(null);
  }
}
