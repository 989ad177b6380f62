package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the wire leaves out is read as empty, never as null. */
class AbsentMembersTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  @Test
  void anEntityOfWhichLittleIsSaidHasEmptyCollections() {
    Entity entity =
        MAPPER.readValue(
            """
            {"kind": "Component", "namespace": "shop", "name": "Checkout", "tags": null}
            """,
            Entity.class);
    assertThat(entity.ref()).hasToString("component:shop/checkout");
    assertThat(entity.title()).isNull();
    assertThat(entity.labels()).isEmpty();
    assertThat(entity.annotations()).isEmpty();
    assertThat(entity.tags()).isEmpty();
    assertThat(entity.links()).isEmpty();
    assertThat(entity.spec()).isEmpty();
    assertThat(entity.relations()).isEmpty();
  }

  @Test
  void aRelationOfWhichNothingMoreIsSaidIsWrittenWithoutAttributes() {
    Relation relation = new Relation("dependsOn", EntityRef.parse("resource:orders-db"));
    String json = MAPPER.writeValueAsString(relation);
    assertThat(json)
        .isEqualTo(
            """
            {"type":"dependsOn","target":"resource:default/orders-db"}""");
    assertThat(MAPPER.readValue(json, Relation.class)).isEqualTo(relation);
  }

  @Test
  void aDeletionNeedsNeitherChangesNorSources() {
    EntityChanged deleted =
        MAPPER.readValue(
            """
            {"ref": "component:shop/checkout", "version": 2, "change": "DELETED", "entity": null,
             "observedAt": "2026-11-24T09:30:00Z", "committedAt": "2026-11-24T09:30:00Z"}
            """,
            EntityChanged.class);
    assertThat(deleted.changed()).isEmpty();
    assertThat(deleted.sources()).isEmpty();
  }

  @Test
  void aWithdrawnFactNeedsNoValue() {
    FactChanged withdrawn =
        MAPPER.readValue(
            """
            {"entity": "component:shop/checkout", "fact": "coverage", "version": 2,
             "source": "ci", "observedAt": "2026-11-24T09:30:00Z",
             "committedAt": "2026-11-24T09:30:00Z"}
            """,
            FactChanged.class);
    assertThat(withdrawn.value()).isNull();
    assertThat(withdrawn.key()).isEqualTo("component:shop/checkout|coverage");
  }

  @Test
  void aWithdrawnResultNeedsNoRules() {
    ScorecardResultChanged withdrawn =
        MAPPER.readValue(
            """
            {"scorecard": "scorecard:default/ready", "entity": "component:shop/checkout",
             "version": 2, "level": null, "points": 0, "possible": 0, "entityVersion": 2,
             "evaluatedAt": "2026-11-24T09:30:00Z"}
            """,
            ScorecardResultChanged.class);
    assertThat(withdrawn.rules()).isEmpty();
  }
}
