package dev.portolan.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import org.junit.jupiter.api.Test;

class RecentDeletionsTest {
  private static final EntityRef CHECKOUT = EntityRef.parse("component:checkout");

  private final RecentDeletions deletions = new RecentDeletions();

  @Test
  void knowsWhatWasDeletedAndNothingElse() {
    deletions.add(CHECKOUT, 3);

    assertThat(deletions.reached(CHECKOUT, 3)).isTrue();
    assertThat(deletions.reached(CHECKOUT, 4)).isFalse();
    assertThat(deletions.reached(EntityRef.parse("component:other"), 1)).isFalse();
  }

  @Test
  void forgetsTheOldestPastItsBound() {
    deletions.add(CHECKOUT, 3);
    for (int i = 0; i < RecentDeletions.MOST; i++) {
      deletions.add(EntityRef.parse("component:c" + i), 1);
    }

    assertThat(deletions.reached(CHECKOUT, 3)).isFalse();
    assertThat(deletions.reached(EntityRef.parse("component:c0"), 1)).isTrue();
  }
}
