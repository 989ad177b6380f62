package dev.portolan.ingestion.reconciliation;

import static dev.portolan.ingestion.observation.Said.MONDAY;
import static dev.portolan.ingestion.observation.Said.RELATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.Observation;
import dev.portolan.ingestion.observation.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories against a model that knows nothing of trees: it flattens what each source says
 * to paths, and believes for each path the best source that names it.
 */
class RandomHistoryTest {
  private static final EntityRef REF = EntityRef.parse("component:default/checkout");
  private static final List<String> SOURCES = List.of("ant", "bee", "cat", "dog");
  private static final Map<String, Integer> PRIORITY =
      Map.of("ant", 100, "bee", 200, "cat", 200, "dog", 50);
  private static final int STEPS = 60;

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theStateEqualsTheModelAndVersionsHaveNoGap(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    var model = new HashMap<String, Observation>();
    Stored stored = Stored.nothing(REF);
    for (int step = 0; step < STEPS; step++) {
      Statement statement = statement(random, step);
      var before = flat(model.values());
      apply(statement, model);
      var after = flat(model.values());

      Decision decision =
          Reconciliation.decide(stored, statement, RELATIONS, MONDAY.plusSeconds(step));

      assertThat(decision.version())
          .as("seed %s step %s: the version rises exactly with a change", seed, step)
          .isEqualTo(stored.version() + (before.equals(after) ? 0 : 1));
      stored = next(stored, statement, decision);
      assertThat(stored.entity() == null ? null : flat(stored.entity()))
          .as("seed %s step %s", seed, step)
          .isEqualTo(model.isEmpty() ? null : after);
    }
  }

  private static Stored next(Stored stored, Statement statement, Decision decision) {
    List<Observation> observations = statement.after(stored.observations());
    return switch (decision) {
      case Decision.Unchanged _ ->
          new Stored(REF, stored.version(), stored.entity(), stored.committedAt(), observations);
      case Decision.Changed(EntityChanged event) -> {
        assertThat(event.change()).isEqualTo(expected(stored.entity(), event.entity()));
        yield new Stored(REF, event.version(), event.entity(), event.committedAt(), observations);
      }
    };
  }

  private static ChangeType expected(@Nullable Entity before, @Nullable Entity after) {
    return before == null
        ? ChangeType.CREATED
        : after == null ? ChangeType.DELETED : ChangeType.UPDATED;
  }

  private static Statement statement(RandomGenerator random, int step) {
    String source = SOURCES.get(random.nextInt(SOURCES.size()));
    if (random.nextInt(4) == 0) {
      return new Statement.Retracts(source, MONDAY.plusSeconds(step));
    }
    Said said = Said.by(source, PRIORITY.getOrDefault(source, 0)).at(MONDAY.plusSeconds(step));
    if (random.nextBoolean()) {
      said.title("t" + random.nextInt(2));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      said.label("l" + random.nextInt(3), "v" + random.nextInt(2));
    }
    if (random.nextBoolean()) {
      said.tags(words(random, "tag").toArray(String[]::new));
    }
    if (random.nextBoolean()) {
      said.spec("owner", "o" + random.nextInt(2));
    }
    if (random.nextBoolean()) {
      said.spec("dependsOn", words(random, "c"));
    }
    if (random.nextBoolean()) {
      said.spec("deploy", Map.of("region", "r" + random.nextInt(2), "k" + random.nextInt(2), 1));
    }
    return new Statement.Says(said.observation());
  }

  private static List<String> words(RandomGenerator random, String prefix) {
    var words = new LinkedHashSet<String>();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      words.add(prefix + random.nextInt(3));
    }
    return List.copyOf(words);
  }

  private static void apply(Statement statement, Map<String, Observation> model) {
    switch (statement) {
      case Statement.Says(Observation said) -> model.put(said.source(), said);
      case Statement.Retracts(String source, _) -> model.remove(source);
      case Statement.MergeAgain _ -> {}
    }
  }

  /** For each path what the best source says; for each set the union. Empty: no source speaks. */
  private static Map<String, Object> flat(Collection<Observation> said) {
    var flat = new HashMap<String, Object>();
    said.stream()
        .sorted(
            Comparator.comparingInt(Observation::priority)
                .thenComparing(Observation::source, Comparator.reverseOrder()))
        .forEach(
            observation ->
                flat(observation.entity())
                    .forEach((path, value) -> flat.merge(path, value, RandomHistoryTest::better)));
    return flat;
  }

  private static Object better(Object low, Object high) {
    if (!(low instanceof List<?> lowList)) {
      return high;
    }
    var union = new LinkedHashSet<Object>((List<?>) high);
    union.addAll(lowList);
    return new ArrayList<>(union);
  }

  private static Map<String, Object> flat(Entity entity) {
    var flat = new HashMap<String, Object>(Map.of("exists", true));
    if (entity.title() != null) {
      flat.put("title", entity.title());
    }
    entity.labels().forEach((key, value) -> flat.put("labels." + key, value));
    if (!entity.tags().isEmpty()) {
      flat.put("tags", new ArrayList<>(entity.tags()));
    }
    entity
        .spec()
        .forEach(
            (key, value) -> {
              if (value instanceof Map<?, ?> map) {
                map.forEach((member, leaf) -> flat.put(key + "." + member, leaf));
              } else {
                flat.put(key, value instanceof List<?> list ? new ArrayList<>(list) : value);
              }
            });
    return flat;
  }
}
