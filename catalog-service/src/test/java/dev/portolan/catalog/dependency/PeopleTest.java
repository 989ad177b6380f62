package dev.portolan.catalog.dependency;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.memory.NoStore;
import dev.portolan.catalog.projection.InMemoryGraph;
import dev.portolan.events.EntityChanged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleTest {
  @Test
  void aGroupsPeopleAreItsMembersAndThoseOfTheGroupsBelowIt() {
    assertThat(
            behind(
                "group:default/shop",
                changed("group:checkout", 1, relation("childOf", "group:shop")),
                changed("group:cart", 1, relation("childOf", "group:checkout")),
                changed("user:zoe", 1, relation("memberOf", "group:shop")),
                changed("user:ada", 1, relation("memberOf", "group:cart")),
                changed("user:eve", 1, relation("memberOf", "group:other"))))
        .containsExactly("user:default/ada", "user:default/zoe");
  }

  @Test
  void aPersonWhoOwnsIsToldHimself() {
    assertThat(behind("user:default/ada")).containsExactly("user:default/ada");
  }

  @Test
  void groupsThatAreEachOthersParentEnd() {
    assertThat(
            behind(
                "group:default/a",
                changed("group:a", 1, relation("childOf", "group:b")),
                changed("group:b", 1, relation("childOf", "group:a")),
                changed("user:ada", 1, relation("memberOf", "group:b"))))
        .containsExactly("user:default/ada");
  }

  @Test
  void behindAGroupThatDoesNotExistThereIsNobody() {
    assertThat(behind("group:default/gone")).isEmpty();
  }

  private static List<String> behind(String owner, EntityChanged... organisation) {
    GraphMemory memory = new GraphMemory(new NoStore(), draft -> 0);
    memory.fill();
    memory.written(1, Map.of(), new InMemoryGraph().apply(List.of(organisation)));
    return memory.read(view -> People.behind(owner, view));
  }
}
