package dev.portolan.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.audit.Audit.Drift;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTest {
  @Test
  void whatDiffersIsCountedAndNamed() {
    Audit audit =
        new Audit(
            1200,
            1300,
            0,
            1,
            0,
            0,
            List.of(new Drift("component:default/a", "is missing: the topic has version 3")),
            2.04,
            true,
            null);

    assertThat(audit.isClean()).isFalse();
    assertThat(audit.report("catalog-service").lines())
        .containsExactly(
            "catalog-service: 1,200 checked in 2.0 s, 1 missing, 0 surplus, 0 different",
            "  component:default/a is missing: the topic has version 3");
  }

  @Test
  void anAuditThatWasNotCompleteIsNotClean() {
    Audit audit = new Audit(0, 10, 0, 0, 0, 0, List.of(), 60, false, "Kafka is away");

    assertThat(audit.isClean()).isFalse();
    assertThat(audit.report("catalog-service"))
        .isEqualTo("catalog-service could not be audited: Kafka is away");
  }

  @Test
  void recordsThatNobodyCanReadMakeAnAuditIncompleteAndItsCountsAreToldAllTheSame() {
    Audit audit =
        new Audit(10, 12, 2, 0, 1, 0, List.of(), 1, false, "2 records of the topic cannot be read");

    assertThat(audit.isClean()).isFalse();
    assertThat(audit.report("search-service"))
        .isEqualTo(
            "search-service: 10 checked in 1.0 s, 0 missing, 1 surplus, 0 different;"
                + " not complete: 2 records of the topic cannot be read");
  }

  @Test
  void onlyAnAuditOfEverythingWithoutADifferenceIsClean() {
    assertThat(new Audit(10, 10, 0, 0, 0, 0, List.of(), 1, true, null).isClean()).isTrue();
    assertThat(new Audit(10, 10, 0, 0, 1, 0, List.of(), 1, true, null).isClean()).isFalse();
    assertThat(new Audit(10, 10, 0, 0, 0, 1, List.of(), 1, true, null).isClean()).isFalse();
  }
}
