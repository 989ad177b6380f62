package dev.portolan.scorecard.evidence;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.events.EntityRef;
import dev.portolan.events.FactChanged;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Situation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final EntityRef SHOP = EntityRef.parse("component:shop");
  private static final Situation SITUATION =
      Situation.alone(Facts.of(entity("component:shop", Map.of("owner", "payments")), 7))
          .among(
              Map.of("dependsOn", List.of(Facts.of(entity("resource:db", Map.of("tier", 2)), 1))),
              Set.of());
  private static final FactChanged COVERAGE =
      new FactChanged(SHOP, "coverage", 3, Map.of("line", 81.5), "sonar", NOW, NOW);

  private final Evidence evidence = new Evidence(SITUATION, Map.of("coverage", COVERAGE), NOW);

  @Test
  void whatTheEntitySaysIsShownWithItsVersion() {
    assertThat(evidence.of(new Reads(Set.of("/entity/spec/owner"))))
        .containsExactly(
            new Seen("entity.spec.owner", "payments", "component:default/shop@7", null, NOW));
  }

  @Test
  void whatIsAbsentIsShownAsAbsent() {
    assertThat(evidence.of(new Reads(Set.of("/entity/annotations/pagerduty.com~1service-id"))))
        .extracting(Seen::what, Seen::value)
        .containsExactly(tuple("entity.annotations['pagerduty.com/service-id']", null));
  }

  @Test
  void aFactIsShownWithWhoSaidItAndWhen() {
    assertThat(evidence.of(new Reads(Set.of("/facts/coverage"))))
        .containsExactly(
            new Seen(
                "facts.coverage",
                Map.of("line", 81.5),
                "component:default/shop|coverage@3",
                "sonar",
                NOW));
  }

  @Test
  void ofOthersItIsShownWhoTheyAreAndWhatTheySay() {
    assertThat(
            evidence.of(new Reads(Set.of("/related/dependsOn#", "/related/dependsOn/spec/tier"))))
        .extracting(Seen::what, Seen::value)
        .containsExactly(
            tuple("related.dependsOn", List.of("resource:default/db")),
            tuple("related.dependsOn.spec.tier", Map.of("resource:default/db", 2L)));
  }
}
