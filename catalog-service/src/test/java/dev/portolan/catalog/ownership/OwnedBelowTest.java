package dev.portolan.catalog.ownership;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.Impact.KeyCount;
import dev.portolan.catalog.dependency.ImpactFilter;
import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.memory.NoStore;
import dev.portolan.catalog.ownership.OwnedBelow.Owned;
import dev.portolan.catalog.projection.InMemoryGraph;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnedBelowTest {
  private static final String RETAIL = "group:default/retail";
  private static final String TILLS = "group:default/tills";
  private static final Owned SHOP = new Owned("component:default/shop", RETAIL);
  private static final Owned TILL = new Owned("component:default/till", TILLS);
  private static final Owned TILL_API = new Owned("api:default/till", TILLS);

  private final GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);

  @BeforeEach
  void anOrganisation() {
    memory.fill();
    memory.written(
        1,
        Map.of(),
        new InMemoryGraph()
            .apply(
                List.of(
                    changed("group:retail", 1, relation("childOf", "group:tills")),
                    changed("group:tills", 1, relation("childOf", "group:retail")),
                    changed("group:other", 1),
                    changed("user:ada", 1, relation("memberOf", "group:tills")),
                    changed("component:shop", 1, relation("ownedBy", "group:retail")),
                    changed("component:till", 1, relation("ownedBy", "group:tills")),
                    changed("api:till", 1, relation("ownedBy", "group:tills")),
                    changed("component:elses", 1, relation("ownedBy", "group:other")))));
  }

  @Test
  void whatTheGroupsBelowOwnIsAGroupsTooAndParentsInACircleEnd() {
    OwnedBelow owned = owned(ImpactFilter.ALL, 10, null);

    assertThat(owned.entities()).containsExactly(TILL_API, SHOP, TILL);
    assertThat(owned.groups()).containsExactly(RETAIL, TILLS);
    assertThat(owned.byOwner()).containsExactly(new KeyCount(TILLS, 2), new KeyCount(RETAIL, 1));
    assertThat(owned.byKind())
        .containsExactly(new KeyCount("Component", 2), new KeyCount("Api", 1));
    assertThat(owned.people()).containsExactly("user:default/ada");
  }

  @Test
  void aFilterCountsOnlyWhatItLetsThrough() {
    ImpactFilter apis = new ImpactFilter(List.of("api"), null, null, null, null, null, null);

    assertThat(owned(apis, 10, null).entities()).containsExactly(TILL_API);
  }

  @Test
  void thePagesTogetherAreTheWholeList() {
    OwnedBelow first = owned(ImpactFilter.ALL, 2, null);
    OwnedBelow second = owned(ImpactFilter.ALL, 2, first.endCursor());

    assertThat(first.entities()).containsExactly(TILL_API, SHOP);
    assertThat(first.hasNextPage()).isTrue();
    assertThat(second.entities()).containsExactly(TILL);
    assertThat(second.hasNextPage()).isFalse();
    assertThat(second.total()).isEqualTo(3);
  }

  private OwnedBelow owned(ImpactFilter filter, int first, @Nullable String after) {
    return memory.readWhole(
        graph -> OwnedBelow.of(graph.node(RETAIL), graph, filter, first, after));
  }
}
