package dev.portolan.scorecard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RefsTest {
  @Test
  void whateverIsGivenAndForgottenRefsKeepTheirNumbersAndNumbersStayDense() {
    for (long seed = 0; seed < 50; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      Refs refs = new Refs();
      Map<EntityRef, Integer> model = new HashMap<>();
      int most = 0;
      for (int turn = 0; turn < 600; turn++) {
        EntityRef ref = EntityRef.parse("component:e" + random.nextInt(1 + turn / 2));
        if (random.nextBoolean()) {
          int number = refs.give(ref);
          assertThat(model.getOrDefault(ref, number)).isEqualTo(number);
          model.put(ref, number);
        } else if (model.containsKey(ref)) {
          refs.forget(model.remove(ref));
        }
        most = Math.max(most, model.size());
        assertThat(refs.find(ref)).isEqualTo(model.getOrDefault(ref, Refs.NONE));
      }
      assertThat(refs.bound()).as("seed %d", seed).isEqualTo(most);
      model.forEach((ref, number) -> assertThat(refs.find(ref)).isEqualTo(number));
      model.forEach((ref, number) -> assertThat(refs.at(number)).isEqualTo(ref));
    }
  }

  @Test
  void frozenOnesStayAsTheyWere() {
    Refs refs = new Refs();
    EntityRef a = EntityRef.parse("component:a");
    EntityRef b = EntityRef.parse("component:b");
    int number = refs.give(a);
    Refs frozen = refs.frozen();

    refs.forget(number);

    assertThat(refs.give(b)).isEqualTo(number);
    assertThat(frozen.find(a)).isEqualTo(number);
    assertThat(frozen.find(b)).isEqualTo(Refs.NONE);
  }
}
