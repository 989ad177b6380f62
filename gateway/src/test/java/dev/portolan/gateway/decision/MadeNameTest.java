package dev.portolan.gateway.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.events.NamingRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MadeNameTest {
  private static final EntityRef READY = EntityRef.parse("scorecard:ready");
  private static final EntityRef SHOP = EntityRef.parse("component:shop");

  @Test
  void aNameCanBeRead() {
    assertThat(MadeName.of(READY, List.of("has-owner", "On_Call"), SHOP))
        .matches("ready-on-call-has-owner-shop-[0-9a-f]{10}");
    assertThat(MadeName.of(READY, List.of(), SHOP)).matches("ready-shop-[0-9a-f]{10}");
  }

  @Test
  void whatCouldBeReadAsTheSameIsNotTheSame() {
    assertThat(MadeName.of(EntityRef.parse("scorecard:a-b"), List.of("c"), SHOP))
        .isNotEqualTo(MadeName.of(EntityRef.parse("scorecard:a"), List.of("b-c"), SHOP));
    assertThat(MadeName.of(READY, List.of("x"), SHOP))
        .isNotEqualTo(MadeName.of(READY, List.of("x"), EntityRef.parse("api:shop")));
  }

  /** A made name is one by the rules, and names one subject however its rules are ordered. */
  @Test
  void everySubjectHasANameOfItsOwn() {
    Random random = new Random(7);
    Map<String, String> subjects = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      EntityRef scorecard = new EntityRef("scorecard", part(random), part(random));
      EntityRef entity = new EntityRef("component", part(random), part(random));
      List<String> rules = new ArrayList<>();
      for (int rule = random.nextInt(4); rule > 0; rule--) {
        rules.add(part(random));
      }
      String name = MadeName.of(scorecard, rules, entity);
      List<String> shuffled = new ArrayList<>(rules);
      Collections.shuffle(shuffled, random);

      assertThat(NamingRule.NAME.allows(name)).as(name).isTrue();
      assertThat(name).isEqualTo(name.toLowerCase(Locale.ROOT));
      assertThat(MadeName.of(scorecard, shuffled, entity)).isEqualTo(name);
      String subject = scorecard + " " + rules.stream().distinct().sorted().toList() + " " + entity;
      assertThat(subjects.getOrDefault(name, subject)).isEqualTo(subject);
      subjects.put(name, subject);
    }
  }

  private static String part(Random random) {
    StringBuilder text = new StringBuilder("a");
    for (int i = random.nextInt(random.nextInt(10) == 0 ? 60 : 3); i > 0; i--) {
      boolean afterWord = "-_.".indexOf(text.charAt(text.length() - 1)) < 0;
      text.append((afterWord ? "abAB12-_." : "abAB12").charAt(random.nextInt(afterWord ? 9 : 6)));
    }
    return text.append('z').toString();
  }
}
