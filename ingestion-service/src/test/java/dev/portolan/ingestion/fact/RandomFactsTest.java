package dev.portolan.ingestion.fact;

import static dev.portolan.ingestion.fact.Spoken.NOON;
import static dev.portolan.ingestion.fact.Spoken.canonical;
import static dev.portolan.ingestion.fact.Spoken.element;
import static dev.portolan.ingestion.fact.Spoken.said;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random words against a model that knows nothing of JSON: a number, or a list that it sorts and
 * cuts from its beginning each time.
 */
class RandomFactsTest {
  private static final int REQUESTS = 30;

  private static final HeldFact NOTHING =
      HeldFact.nothing(new FactKey(EntityRef.parse("component:checkout"), "deployments"));

  private final List<Event> list = new ArrayList<>();
  private @Nullable Integer number;
  private boolean isList;
  private int heardAt = Integer.MIN_VALUE;

  private record Event(String id, int at, String more) {}

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theValueEqualsTheModelAndVersionsHaveNoGap(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    HeldFact held = NOTHING;
    for (int request = 0; request < REQUESTS; request++) {
      String before = value();
      List<FactObservation> said = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        said.add(word(random, request));
      }
      FactDecision decision = Facts.decide(held, "ci", said, NOON);

      boolean changed = !Objects.equals(before, value());
      assertThat(decision.held().value())
          .as("seed %s request %s", seed, request)
          .isEqualTo(value());
      assertThat(decision.changed()).as("seed %s request %s", seed, request).isEqualTo(changed);
      assertThat(decision.held().version()).isEqualTo(held.version() + (changed ? 1 : 0));
      assertThat(decision.accepted().isEmpty()).isEqualTo(!changed);
      held = decision.held();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsAddedInAnyOrderAndAgainLeadsToTheSameList(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 520; i++) {
      events.add(new Event("d-" + i, random.nextInt(300), ""));
    }
    List<Event> latest =
        events.stream().sorted(comparingInt(Event::at).thenComparing(Event::id)).skip(20).toList();
    Collections.shuffle(events, Random.from(random));
    HeldFact held = NOTHING;
    for (int from = 0; from < events.size(); from += 65) {
      held =
          Facts.decide(held, "ci", List.of(added(events.subList(from, from + 65), 0)), NOON).held();
    }

    assertThat(held.value()).isEqualTo(json(latest));
    for (int from = 0; from < events.size(); from += 260) {
      assertThat(
              Facts.decide(held, "ci", List.of(added(events.subList(from, from + 260), 0)), NOON)
                  .changed())
          .isFalse();
    }
  }

  private FactObservation word(RandomGenerator random, int request) {
    // Now and then earlier than what is held.
    int at = request - random.nextInt(4);
    return switch (random.nextInt(12)) {
      case 0 -> {
        replace(at, null, false);
        yield said("\"value\": null", at);
      }
      case 1 -> {
        int value = random.nextInt(3);
        replace(at, value, false);
        yield said("\"value\": " + value, at);
      }
      case 2 -> {
        replace(at, null, true);
        yield said("\"value\": []", at);
      }
      default -> add(random, at);
    };
  }

  private void replace(int at, @Nullable Integer value, boolean toList) {
    if (at >= heardAt) {
      heardAt = at;
      number = value;
      isList = toList;
      list.clear();
    }
  }

  private FactObservation add(RandomGenerator random, int at) {
    List<Event> events = new ArrayList<>();
    int most = random.nextInt(8) == 0 ? 600 : 5;
    for (int i = random.nextInt(most); i > 0; i--) {
      events.add(
          new Event("d-" + random.nextInt(700), random.nextInt(300), "m" + random.nextInt(3)));
    }
    if (number == null) {
      heardAt = Math.max(heardAt, at);
      isList |= !events.isEmpty();
      for (Event each : events) {
        list.removeIf(other -> other.id().equals(each.id()));
        list.add(each);
      }
      list.sort(comparingInt(Event::at).thenComparing(Event::id));
      while (list.size() > 500) {
        list.removeFirst();
      }
    }
    return added(events, at);
  }

  private static FactObservation added(List<Event> events, int at) {
    return said(
        "\"add\": "
            + events.stream()
                .map(each -> element(each.id(), each.at(), each.more()))
                .collect(joining(",", "[", "]")),
        at);
  }

  private @Nullable String value() {
    if (isList) {
      return json(list);
    }
    return number == null ? null : number.toString();
  }

  private static String json(List<Event> events) {
    return events.stream()
        .map(each -> canonical(each.id(), each.at(), each.more()))
        .collect(joining(",", "[", "]"));
  }
}
