package dev.portolan.ingestion.rereading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.rereading.FakeCatalog.Crash;
import dev.portolan.ingestion.rereading.Taking.Went;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** From whatever state, taking what changed comes to the same as reading all of it. */
class RandomRereadingTest {
  private static final int HISTORIES = 60;
  private static final int COMMITS = 40;
  private static final List<Crash> CRASHES =
      List.of(Crash.WRITING, Crash.KEEPING, Crash.FORGETTING);

  private long read;
  private long unchanged;
  private int repeated;
  private int crashed;

  @Test
  void aSyncThatRemembersComesToTheSameAsOneThatReadsAll() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      history(seed);
    }

    // Else nothing was compared.
    assertThat(unchanged).isGreaterThan(2 * read);
    assertThat(repeated).isGreaterThan(HISTORIES);
    assertThat(crashed).isGreaterThan(HISTORIES);
  }

  private void history(int seed) {
    Random random = new Random(seed);
    RandomTree tree = new RandomTree(random);
    FakeCatalog catalog = new FakeCatalog();
    String pattern = "**/*.yaml";
    for (int commit = 0; commit < COMMITS; commit++) {
      tree.commit();
      meddle(random, catalog);
      if (random.nextInt(20) == 0) {
        pattern = pattern.equals("**/*.yaml") ? "{x,y}/**/*.yaml" : "**/*.yaml";
      }
      if (random.nextInt(8) == 0) {
        crash(random, catalog, new FakeTree(tree.files), pattern);
      }
      Went whole = Taking.of(catalog.forgetful(), new FakeTree(tree.files), pattern);
      Went went = Taking.of(catalog, new FakeTree(tree.files), pattern);

      assertThat(went.taking()).as("seed %d, commit %d", seed, commit).isEqualTo(whole.taking());
      if (!went.repeated()) {
        assertThat(went.read() + went.unchanged()).isEqualTo(whole.read());
      }
      read += went.read();
      unchanged += went.unchanged();
      repeated += went.repeated() ? 1 : 0;
    }
  }

  /** Somebody else retracts, or says something else in the source's name. */
  private static void meddle(Random random, FakeCatalog catalog) {
    List<EntityRef> refs = new ArrayList<>(catalog.said.keySet());
    if (refs.isEmpty() || random.nextInt(3) > 0) {
      return;
    }
    EntityRef ref = refs.get(random.nextInt(refs.size()));
    if (random.nextBoolean()) {
      catalog.said.remove(ref);
    } else {
      catalog.said.put(ref, "other words");
    }
  }

  private void crash(Random random, FakeCatalog catalog, FakeTree tree, String pattern) {
    catalog.crash = CRASHES.get(random.nextInt(CRASHES.size()));
    try {
      Taking.of(catalog, tree, pattern);
    } catch (IllegalStateException e) {
      crashed++;
    }
    catalog.crash = Crash.NOWHERE;
  }
}
