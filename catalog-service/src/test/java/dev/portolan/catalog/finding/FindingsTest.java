package dev.portolan.catalog.finding;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.entity;
import static dev.portolan.catalog.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.memory.NoStore;
import dev.portolan.catalog.projection.InMemoryGraph;
import dev.portolan.catalog.projection.LatestChanges;
import dev.portolan.catalog.projection.RandomChanges;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.Relation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final String SHOP = "group:default/shop";

  @Test
  void inAnyGraphTheStructureIsWhatTryingEverythingFinds() {
    for (long seed = 0; seed < 200; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      RandomChanges history = new RandomChanges(random, 4 + random.nextInt(10));
      InMemoryGraph store = new InMemoryGraph();
      LatestChanges model = new LatestChanges();
      GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
      memory.fill();
      for (int turn = 1; turn <= 8; turn++) {
        List<EntityChanged> batch = history.batch();
        batch.forEach(model::hear);
        memory.written(turn, Map.of(), store.apply(batch));
        NaiveFindings naive = new NaiveFindings(model);
        Set<String> existing = model.existing();
        String where = "seed %d, turn %d".formatted(seed, turn);
        assertThat(circles(memory)).as(where).isEqualTo(ofExisting(naive.circles(), existing));
        assertThat(weights(memory, FindingKind.SINGLE_POINT_OF_FAILURE))
            .as(where)
            .isEqualTo(ofExisting(naive.cutOff(), existing));
        assertThat(weights(memory, FindingKind.BLAST_RADIUS))
            .as(where)
            .isEqualTo(blastRadius(naive, existing));
      }
    }
  }

  @Test
  void aCircleIsFoundOnceWithAllThatAreInIt() {
    assertThat(
            found(
                FindingKind.CYCLE,
                changed("component:a", 1, dependsOn("component:b")),
                changed("component:b", 1, dependsOn("component:c")),
                changed("component:c", 1, dependsOn("component:a")),
                changed("component:d", 1, dependsOn("component:a"))))
        .containsExactly(
            new Finding(
                "component:default/a", 3, List.of("component:default/b", "component:default/c")));
  }

  @Test
  void whatHoldsTwoPartsTogetherIsASinglePointOfFailure() {
    assertThat(
            found(
                FindingKind.SINGLE_POINT_OF_FAILURE,
                changed("component:web", 1, dependsOn("component:api"), dependsOn("component:id")),
                changed("component:id", 1, dependsOn("component:api")),
                changed("component:api", 1, dependsOn("resource:db")),
                changed("resource:db", 1)))
        .containsExactly(Finding.of("component:default/api", 1));
  }

  @Test
  void theWidestBlastRadiusComesFirst() {
    assertThat(
            found(
                FindingKind.BLAST_RADIUS,
                changed("component:web", 1, dependsOn("component:api")),
                changed("component:api", 1, dependsOn("resource:db")),
                changed("resource:db", 1)))
        .containsExactly(
            Finding.of("resource:default/db", 2), Finding.of("component:default/api", 1));
  }

  @Test
  void aMeasureOfTheBlastRadiusThatWouldTakeTooLongSaysThatItIsIncomplete() {
    GraphMemory memory =
        memory(
            changed("component:web", 1, dependsOn("component:api")),
            changed("component:api", 1, dependsOn("resource:db")),
            changed("resource:db", 1));

    Findings findings = memory.readWhole(graph -> Structure.blastRadius(graph, node -> true, 1));

    assertThat(findings.findings()).hasSizeLessThan(2);
    assertThat(findings.incompleteReason()).contains("narrow the filter");
  }

  @Test
  void nothingDependsOnAComponentAndThatIsOnlyWorthSayingOfKindsOnWhichOthersDepend() {
    assertThat(
            found(
                FindingKind.NO_DEPENDENTS,
                changed("component:web", 1, dependsOn("component:api")),
                changed("component:api", 1),
                changed("user:ada", 1)))
        .containsExactly(Finding.of("component:default/web", 0));
  }

  @Test
  void aTierThatDependsOnALowerOneIsFoundHoweverItIsWritten() {
    assertThat(
            found(
                FindingKind.DEPENDS_ON_LOWER_TIER,
                tier("component:till", "tier-1", dependsOn("component:cart")),
                tier("component:cart", 3, dependsOn("component:till")),
                changed("component:other", 1, dependsOn("component:cart"))))
        .containsExactly(
            new Finding("component:default/till", 2, List.of("component:default/cart")));
  }

  @Test
  void twoRelationsBetweenTheSameTwoAreOneFinding() {
    assertThat(
            found(
                FindingKind.DEPENDS_ON_LOWER_TIER,
                tier(
                    "component:till",
                    1,
                    dependsOn("api:cart"),
                    relation("consumesApi", "api:cart")),
                tier("api:cart", 2)))
        .hasSize(1);
  }

  @Test
  void productionThatDependsOnAnExperimentIsFound() {
    assertThat(
            found(
                FindingKind.DEPENDS_ON_UNSTABLE,
                lifecycle("component:till", "production", dependsOn("component:ml")),
                lifecycle("component:ml", "experimental", dependsOn("component:old")),
                lifecycle("component:old", "deprecated")))
        .containsExactly(new Finding("component:default/till", 1, List.of("component:default/ml")));
  }

  @Test
  void anEntityWithoutOwnerHasTheOneOfItsSystemOrOfTheDomainAroundIt() {
    EntityChanged[] organisation = {
      changed("domain:retail", 1, relation("ownedBy", SHOP)),
      changed("system:tills", 1, relation("partOf", "domain:retail")),
      changed("component:till", 1, relation("partOf", "system:tills")),
      changed("component:owned", 1, relation("ownedBy", SHOP)),
      changed("component:stray", 1),
      changed(SHOP, 1),
      changed("user:ada", 1, relation("memberOf", SHOP)),
    };

    assertThat(found(FindingKind.OWNER_INHERITED, organisation))
        .containsExactly(
            new Finding("component:default/till", 0, List.of(SHOP)),
            new Finding("system:default/tills", 0, List.of(SHOP)));
    assertThat(found(FindingKind.NO_OWNER, organisation))
        .containsExactly(Finding.of("component:default/stray", 0));
  }

  @Test
  void anOwnerThatIsMissingAndOneInWhichThereIsNobodyAreToldApart() {
    EntityChanged[] organisation = {
      changed("component:a", 1, relation("ownedBy", "group:gone")),
      changed("component:b", 1, relation("ownedBy", "group:empty")),
      changed("component:c", 1, relation("ownedBy", SHOP)),
      changed("group:empty", 1),
      changed(SHOP, 1),
      changed("user:ada", 1, relation("memberOf", SHOP)),
    };

    assertThat(found(FindingKind.OWNER_MISSING, organisation))
        .containsExactly(new Finding("component:default/a", 0, List.of("group:default/gone")));
    assertThat(found(FindingKind.OWNER_WITHOUT_MEMBERS, organisation))
        .containsExactly(new Finding("component:default/b", 0, List.of("group:default/empty")));
  }

  @Test
  void aRelationIsDanglingWhicheverOfItsEndsIsMissing() {
    assertThat(
            found(
                FindingKind.DANGLING_RELATION,
                changed(
                    "component:till", 1, dependsOn("component:cart"), dependsOn("component:gone")),
                changed("component:cart", 1),
                changed("group:shop", 1, relation("hasMember", "user:nobody"))))
        .containsExactly(
            new Finding("component:default/till", 0, List.of("component:default/gone")),
            new Finding(SHOP, 0, List.of("user:default/nobody")));
  }

  @Test
  void theLoadOfAnOwnerIsSharedByItsPeople() {
    assertThat(
            found(
                FindingKind.OWNER_LOAD,
                changed("component:a", 1, relation("ownedBy", SHOP)),
                changed("component:b", 1, relation("ownedBy", SHOP)),
                changed("component:c", 1, relation("ownedBy", SHOP)),
                changed("component:d", 1, relation("ownedBy", "user:eve")),
                changed("user:eve", 1),
                changed("user:ada", 1, relation("memberOf", SHOP)),
                changed("user:bob", 1, relation("memberOf", SHOP))))
        .containsExactly(Finding.of(SHOP, 1.5), Finding.of("user:default/eve", 1));
  }

  @Test
  void aFilterAsksOfOneOfAnEdgesEnds() {
    ImpactFilter tierThree = new ImpactFilter(null, null, null, null, List.of("3"), null, null);
    GraphMemory memory =
        memory(
            tier("component:till", 1, dependsOn("component:cart"), dependsOn("component:mail")),
            tier("component:cart", 3),
            tier("component:mail", 2));

    Findings findings =
        memory.readWhole(graph -> Findings.of(FindingKind.DEPENDS_ON_LOWER_TIER, graph, tierThree));

    assertThat(findings.findings())
        .containsExactly(
            new Finding("component:default/till", 2, List.of("component:default/cart")));
  }

  private static Map<String, Integer> blastRadius(NaiveFindings naive, Set<String> existing) {
    Map<String, Integer> sizes = new TreeMap<>();
    for (String ref : existing) {
      Set<String> reached = new TreeSet<>(naive.reached(ref));
      reached.remove(ref);
      if (!reached.isEmpty()) {
        sizes.put(ref, reached.size());
      }
    }
    return sizes;
  }

  private static Set<Set<String>> ofExisting(Set<Set<String>> circles, Set<String> existing) {
    return circles.stream()
        .filter(circle -> circle.stream().anyMatch(existing::contains))
        .collect(Collectors.toSet());
  }

  private static Map<String, Integer> ofExisting(Map<String, Integer> all, Set<String> existing) {
    Map<String, Integer> some = new TreeMap<>(all);
    some.keySet().retainAll(existing);
    return some;
  }

  private static Set<Set<String>> circles(GraphMemory memory) {
    return found(memory, FindingKind.CYCLE).stream()
        .map(
            finding -> {
              Set<String> circle = new TreeSet<>(finding.related());
              circle.add(finding.ref());
              return circle;
            })
        .collect(Collectors.toSet());
  }

  private static Map<String, Integer> weights(GraphMemory memory, FindingKind kind) {
    Map<String, Integer> weights = new TreeMap<>();
    found(memory, kind).forEach(finding -> weights.put(finding.ref(), (int) finding.weight()));
    return weights;
  }

  private static List<Finding> found(FindingKind kind, EntityChanged... organisation) {
    return found(memory(organisation), kind);
  }

  private static List<Finding> found(GraphMemory memory, FindingKind kind) {
    Findings findings = memory.readWhole(graph -> Findings.of(kind, graph, ImpactFilter.ALL));
    assertThat(findings.incompleteReason()).isNull();
    return findings.findings();
  }

  private static GraphMemory memory(EntityChanged... organisation) {
    GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
    memory.fill();
    memory.written(1, Map.of(), new InMemoryGraph().apply(List.of(organisation)));
    return memory;
  }

  private static EntityChanged tier(String ref, Object tier, Relation... relations) {
    return changed(entity(ref, Map.of("tier", tier), relations), 1);
  }

  private static EntityChanged lifecycle(String ref, String lifecycle, Relation... relations) {
    return changed(entity(ref, Map.of("lifecycle", lifecycle), relations), 1);
  }
}
