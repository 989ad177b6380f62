package dev.portolan.ingestion.rereading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.rereading.Taking.Went;
import dev.portolan.ingestion.sync.ReportedProblem;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which files are read again, and why. */
class RereadingTest {
  private static final String ALL = "**/*.yaml";
  private static final EntityRef TEAM = EntityRef.parse("group:default/team");

  private final FakeCatalog catalog = new FakeCatalog();
  private final Map<String, String> files = new HashMap<>();
  private FakeTree tree = new FakeTree(files);

  @Test
  void ofManyFilesTheOneThatChangedIsRead() {
    for (int i = 0; i < 500; i++) {
      files.put("teams/" + i + ".yaml", group("team-" + i, "a"));
    }
    Went first = sync();
    files.put("teams/77.yaml", group("team-77", "b"));
    Went second = sync();

    assertThat(first.read()).isEqualTo(500);
    assertThat(second.read()).isEqualTo(1);
    assertThat(second.unchanged()).isEqualTo(499);
    assertThat(tree.opened).containsExactly("teams/77.yaml");
    assertThat(second.taking().accepted()).isEqualTo(1);
    assertThat(second.taking().unchanged()).isEqualTo(499);
  }

  @Test
  void ofARevisionThatWasTakenNothingIsRead() {
    files.put("a.yaml", group("team", "a"));
    sync();

    assertThat(sync().repeated()).isTrue();
    assertThat(tree.opened).isEmpty();
  }

  @Test
  void aNewPlaceForAFileIsAFileThatIsNew() {
    files.put("a.yaml", group("team", "a"));
    files.put("b.yaml", group("other", "a"));
    sync();
    files.put("c.yaml", String.valueOf(files.remove("a.yaml")));
    sync();

    assertThat(tree.opened).containsExactly("c.yaml");
    assertThat(catalog.said).containsKey(TEAM);
  }

  @Test
  void aFileIsReadWhenWhatItsPlaceholderNamesChangesAppearsOrGoes() {
    files.put("a.yaml", group("team", "a") + "  more: {$yaml: ./parts/more.txt}\n");
    files.put("b.yaml", group("other", "a"));
    files.put("parts/more.txt", "text: a\n");
    sync();

    files.put("parts/more.txt", "text: b\n");
    sync();
    assertThat(tree.opened).containsExactly("a.yaml", "parts/more.txt");
    files.remove("parts/more.txt");
    Went gone = sync();
    assertThat(tree.opened).containsExactly("a.yaml");
    assertThat(gone.taking().rejected()).isEqualTo(1);
    files.put("parts/more.txt", "text: b\n");
    assertThat(sync().taking().rejected()).isZero();
  }

  @Test
  void aFileIsReadWhenTheDocumentationOfItsEntityIsNoLongerTheSame() {
    files.put("x/a.yaml", documented("team"));
    files.put("x/docs/one.md", "# One");
    files.put("b.yaml", group("other", "a"));
    sync();

    assertThat(readAfter("x/docs/one.md", "# Two")).isEqualTo(1);
    assertThat(readAfter("x/docs/deep/new.md", "# New")).isEqualTo(1);
    assertThat(readAfter("x/ReadMe.md", "# Read me")).isEqualTo(1);
    assertThat(readAfter("x/mkdocs.yml", "docs_dir: docs")).isEqualTo(1);
    assertThat(readAfter("x/mkdocs.yml", "docs_dir: manual")).isEqualTo(1);
    assertThat(readAfter("x/docs/one.md", "# Not of this folder any more")).isZero();
  }

  @Test
  void whatALocationNamesIsFollowedThoughItsOwnFileIsNotReadAgain() {
    files.put("a.yaml", location("./more/*.txt"));
    files.put("more/a.txt", group("team", "a"));
    sync();
    files.put("more/b.txt", group("other", "a"));
    sync();

    assertThat(tree.opened).containsExactly("more/b.txt");
    files.remove("more/a.txt");
    sync();
    assertThat(tree.opened).isEmpty();
    assertThat(catalog.said).doesNotContainKey(TEAM);
  }

  @Test
  void whatSomebodyElseRetractedIsSaidAgain() {
    files.put("a.yaml", group("team", "a"));
    files.put("b.yaml", group("other", "a"));
    sync();
    catalog.said.remove(TEAM);

    Went went = sync();

    assertThat(went.read()).isEqualTo(1);
    assertThat(tree.opened).containsExactly("a.yaml");
    assertThat(catalog.said).containsKey(TEAM);
  }

  @Test
  void theSecondOfTwoDuplicatesIsReadOnlyWhenItBecomesTheFirst() {
    files.put("a.yaml", group("team", "a"));
    files.put("b.yaml", group("team", "b"));
    files.put("c.yaml", group("other", "a"));
    sync();
    files.put("c.yaml", group("other", "b"));
    Went second = sync();
    assertThat(tree.opened).containsExactly("c.yaml");
    assertThat(second.taking().problems())
        .extracting(ReportedProblem::rule, ReportedProblem::path)
        .containsExactly(tuple("duplicate", "b.yaml"));

    files.remove("a.yaml");
    Went third = sync();

    assertThat(tree.opened).containsExactly("b.yaml");
    assertThat(third.taking().problems()).isEmpty();
  }

  @Test
  void aFileThatCannotBeParsedKeepsEverySyncPartialAndIsReadOnce() {
    files.put("a.yaml", group("team", "a"));
    files.put("broken.yaml", "kind: [Group\n");
    sync();
    files.remove("a.yaml");

    Went second = sync();

    assertThat(tree.opened).isEmpty();
    assertThat(second.taking().completion()).isNull();
    assertThat(second.taking().problems()).hasSize(1);
    assertThat(second.taking().notes()).anyMatch(note -> note.startsWith("broken.yaml, line 2"));
    assertThat(catalog.said).containsKey(TEAM);
  }

  @Test
  void aFileOfMoreDocumentsThanAreRememberedIsReadEachTime() {
    files.put("small.yaml", group("other", "a"));
    StringBuilder large = new StringBuilder();
    for (int i = 0; i < Rereading.HEAVIEST; i++) {
      large.append(group("team-" + i, "a")).append("---\n");
    }
    files.put("large.yaml", large.toString());
    sync();
    files.put("small.yaml", group("other", "b"));

    assertThat(sync().read()).isEqualTo(2);
    assertThat(catalog.said).hasSize(Rereading.HEAVIEST + 1);
  }

  private Went sync() {
    tree = new FakeTree(files);
    return Taking.of(catalog, tree, ALL);
  }

  private long readAfter(String file, String text) {
    files.put(file, text);
    return sync().read();
  }

  private static String group(String name, String description) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: %s, description: %s}
    spec:
      type: team
      children: []
    """
        .formatted(name, description);
  }

  private static String documented(String name) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata:
      name: %s
      annotations: {backstage.io/techdocs-ref: "dir:."}
    spec: {type: service, lifecycle: production, owner: o}
    """
        .formatted(name);
  }

  private static String location(String target) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Location
    metadata: {name: l}
    spec: {targets: ['%s']}
    """
        .formatted(target);
  }
}
