package dev.portolan.scorecard.rule;

import static dev.portolan.scorecard.EntityFixtures.dependsOn;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactsTest {

  @Test
  void whatIsNullIsAbsent() {
    Map<String, Object> spec = new HashMap<>();
    spec.put("owner", null);
    spec.put("deep", Arrays.asList("a", null, new HashMap<>(Map.of("b", 1))));

    Facts facts = Facts.of(entity("component:checkout", spec), 3);

    assertThat(facts.entity()).doesNotContainKeys("title", "description");
    assertThat(facts.entity().get("spec")).isEqualTo(Map.of("deep", List.of("a", Map.of("b", 1L))));
  }

  @Test
  void numbersAreLongsAndDoubles() {
    Map<String, Object> spec =
        Map.of(
            "int",
            1,
            "big",
            new BigInteger("100000000000000000000"),
            "decimal",
            new BigDecimal("2.5"),
            "double",
            0.5);

    assertThat(Facts.of(entity("component:checkout", spec), 3).entity().get("spec"))
        .isEqualTo(Map.of("int", 1L, "big", 1e20, "decimal", 2.5, "double", 0.5));
  }

  @Test
  void relationsAreListedByType() {
    Facts facts =
        Facts.of(
            entity(
                "component:checkout",
                Map.of(),
                dependsOn("resource:db"),
                dependsOn("resource:queue"),
                relation("ownedBy", "group:shop")),
            3);

    assertThat(facts.entity().get("relations"))
        .isEqualTo(
            Map.of(
                "dependsOn", List.of("resource:default/db", "resource:default/queue"),
                "ownedBy", List.of("group:default/shop")));
  }

  @Test
  void ofAVeryLongTextConditionsSeeTheBeginning() {
    Facts facts =
        Facts.of(entity("component:checkout", Map.of("text", List.of("a".repeat(1_000_000)))), 3);

    assertThat(facts.entity().get("spec"))
        .isEqualTo(Map.of("text", List.of("a".repeat(Facts.LONGEST_TEXT))));
  }
}
