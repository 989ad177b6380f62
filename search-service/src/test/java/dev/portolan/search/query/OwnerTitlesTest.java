package dev.portolan.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerTitlesTest {
  private final OwnerTitles titles =
      OwnerTitles.of(
          Map.of(
              "group:default/a", "Team Payments",
              "group:default/b", "PaymentOps & Größen",
              "user:default/c", "Tim Pay-Master"));

  @Test
  void anOwnerIsFoundByAnyWordOfItsTitleAndByTheBeginningOfOne() {
    assertThat(titles.of("payments")).containsExactly("group:default/a");
    assertThat(titles.of("pay"))
        .containsExactly("group:default/a", "group:default/b", "user:default/c");
    assertThat(titles.of("OPS")).containsExactly("group:default/b");
    assertThat(titles.of("grossen")).containsExactly("group:default/b");
    assertThat(titles.of("ayments")).isEmpty();
  }

  @Test
  void allPartsOfAWordMustStandInTheTitleAndOnlyTheLastMayBeBegun() {
    assertThat(titles.of("team-pay")).containsExactly("group:default/a");
    assertThat(titles.of("tea-payments")).isEmpty();
  }

  @Test
  void whatHasNoPartsFindsNobody() {
    assertThat(titles.of("🚢!")).isEmpty();
    assertThat(titles.of("")).isEmpty();
    assertThat(OwnerTitles.NONE.of("pay")).isEmpty();
  }

  @Test
  void noMoreOwnersAreSoughtThanAQueryBears() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      many.put("group:default/" + i, "Team");
    }

    assertThat(OwnerTitles.of(many).of("team")).hasSize(1_000);
  }
}
