package dev.portolan.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.catalog.paging.InvalidQueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FindingPageTest {
  private static final Findings FOUND =
      Findings.complete(
          List.of(
              new Finding("component:default/a", 3, List.of()),
              new Finding("component:default/b", 1.5, List.of("component:default/x")),
              new Finding("component:default/b", 1.5, List.of("component:default/y")),
              new Finding("component:default/a", 0, List.of())));

  @Test
  void thePagesTogetherAreTheWholeList() {
    List<Finding> all = new ArrayList<>();
    @Nullable String after = null;
    FindingPage page;
    do {
      page = page(FindingKind.CYCLE, 1, after);
      assertThat(page.total()).isEqualTo(4);
      all.addAll(page.findings());
      after = page.endCursor();
    } while (page.hasNextPage());

    assertThat(all).isEqualTo(FOUND.findings());
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String cursor = page(FindingKind.CYCLE, 1, null).endCursor();

    assertThatThrownBy(() -> page(FindingKind.NO_OWNER, 1, cursor))
        .isInstanceOf(InvalidQueryException.class);
  }

  private static FindingPage page(FindingKind kind, int first, @Nullable String after) {
    return FindingPage.of(kind, FOUND, first, after, Map.of());
  }
}
