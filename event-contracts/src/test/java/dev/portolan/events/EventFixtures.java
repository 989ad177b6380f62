package dev.portolan.events;

import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of every sort, with something in every member. */
final class EventFixtures {
  private static final EntityRef CHECKOUT = EntityRef.parse("component:shop/checkout");
  private static final Instant OBSERVED = Instant.parse("2026-11-24T09:30:00Z");
  private static final Instant COMMITTED = Instant.parse("2026-11-24T09:30:00.123456Z");

  private EventFixtures() {}

  static EntityChanged created() {
    return new EntityChanged(
        CHECKOUT,
        1,
        ChangeType.CREATED,
        checkout("group:default/ordering"),
        List.of(),
        List.of("acme-git", "cluster.eu"),
        OBSERVED,
        COMMITTED);
  }

  static EntityChanged updated() {
    return new EntityChanged(
        CHECKOUT,
        7,
        ChangeType.UPDATED,
        checkout("group:default/storefront"),
        List.of(
            new FieldChange("/spec/owner", "group:default/ordering", "group:default/storefront"),
            new FieldChange("/labels/tier~1cost", null, "gold"),
            new FieldChange("/tags", List.of("java"), List.of("java", "c++")),
            new FieldChange("/spec/replicas", 3, null)),
        List.of("acme-git"),
        OBSERVED,
        COMMITTED);
  }

  static EntityChanged deleted() {
    return new EntityChanged(
        CHECKOUT, 8, ChangeType.DELETED, null, List.of(), List.of(), OBSERVED, COMMITTED);
  }

  static FactChanged measured() {
    return new FactChanged(
        CHECKOUT,
        "deployments",
        3,
        List.of(
            Map.of(
                "at", "2026-11-24T09:25:00Z", "failed", false, "id", "d-17", "leadTimeHours", 4.5)),
        "acme-ci",
        OBSERVED,
        COMMITTED);
  }

  static FactChanged factWithdrawn() {
    return new FactChanged(CHECKOUT, "deployments", 4, null, "acme-ci", OBSERVED, COMMITTED);
  }

  static ScorecardResultChanged evaluated() {
    return new ScorecardResultChanged(
        EntityRef.parse("scorecard:default/production-readiness"),
        CHECKOUT,
        3,
        "bronze",
        1,
        4,
        List.of(
            new RuleOutcome("has-owner", Status.PASS, null),
            new RuleOutcome("has-runbook", Status.FAIL, null),
            new RuleOutcome("has-slo", Status.ERROR, "no such key: slo"),
            new RuleOutcome("tier", Status.NOT_APPLICABLE, null),
            new RuleOutcome("restored", Status.EXEMPT, "exempt until 2027: moves")),
        7,
        COMMITTED);
  }

  static InitiativeReminder reminded() {
    return new InitiativeReminder(
        EntityRef.parse("initiative:default/owners-by-spring"),
        "Owners by spring",
        Instant.parse("2027-03-31T00:00:00Z"),
        7,
        EntityRef.parse("group:default/payments"),
        List.of(new InitiativeReminder.Open(CHECKOUT, List.of("production-readiness.on-call"))),
        COMMITTED);
  }

  static ScorecardResultChanged withdrawn() {
    return new ScorecardResultChanged(
        EntityRef.parse("scorecard:default/production-readiness"),
        CHECKOUT,
        4,
        null,
        0,
        0,
        List.of(),
        8,
        COMMITTED);
  }

  // The class file of a record with a compact constructor loses the annotation of spec's values.
  @SuppressWarnings("NullAway")
  private static Entity checkout(String owner) {
    return new Entity(
        "Component",
        "shop",
        "Checkout",
        "Checkout",
        null,
        Map.of("tier/cost", "gold"),
        Map.of("acme.example/repository", "shop/checkout"),
        List.of("java", "c++"),
        List.of(
            new Link("https://runbooks.example/checkout", "Runbook", "book", "runbook"),
            new Link("https://dashboards.example/checkout", null, null, null)),
        spec(owner),
        List.of(
            new Relation(
                "dependsOn", EntityRef.parse("resource:shop/orders-db"), Map.of("protocol", "sql")),
            new Relation("ownedBy", EntityRef.parse(owner))));
  }

  private static Map<String, @Nullable Object> spec(String owner) {
    Map<String, @Nullable Object> spec = new HashMap<>();
    spec.put("type", "service");
    spec.put("owner", owner);
    spec.put("dependsOn", List.of("resource:orders-db"));
    spec.put("slo", Map.of("availability", 99.95, "published", true));
    spec.put("retired", null);
    return spec;
  }
}
