package dev.portolan.ingestion.adapter.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.FileReading;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SearchLimits;
import dev.portolan.ingestion.adapter.SourceAdapter;
import dev.portolan.ingestion.adapter.SourceAdapterContract;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.adapter.folder.AllowedFolders;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;

class GitAdapterTest extends SourceAdapterContract {
  private static final AllowedHosts HOSTS =
      AllowedHosts.of(
          GitSettings.NAMES,
          List.of("10.9.8.7"),
          List.of("PORTOLAN_GIT_TOKEN=8.8.8.8", "PORTOLAN_GIT_INSIDE=10.9.8.7:8443"));

  private final Map<String, String> environment = new HashMap<>();

  @Override
  protected SourceAdapter adapter() {
    GitSettings settings =
        new GitSettings(
            outside.resolve("cache"), Duration.ofSeconds(10), Duration.ofMinutes(1), HOSTS);
    return new GitAdapter(SEARCH, new AllowedFolders(List.of(outside)), settings, environment::get);
  }

  @Override
  protected Map<String, Object> publish(Path folder) {
    try (Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      git.commit().setSign(false).setAuthor("A", "a@example.com").setMessage("Now").call();
      return Map.of("url", folder.toUri().toString());
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void saysWhichCommitWasRead() {
    file("a.yaml", group("a"));

    assertThat(read(Map.of()).revision()).matches("[0-9a-f]{40}");
  }

  @Test
  void keepsToAFolderOfTheRepository() {
    file("a.yaml", group("a"));
    file("inner/b.yaml", group("b"));

    read(Map.of("path", "./inner"));

    assertThat(names()).containsExactly("b");
  }

  @Test
  void readsTheBranchThatIsAskedFor() throws IOException, GitAPIException {
    file("a.yaml", group("a"));
    publish(source());
    try (Git git = Git.open(source().toFile())) {
      git.checkout().setCreateBranch(true).setName("next").call();
      file("a.yaml", group("b"));
      publish(source());
      git.checkout().setName("main").call();
    }

    read(Map.of("branch", "next"));

    assertThat(names()).containsExactly("b");
  }

  @Test
  void aBranchThatIsNotThereMakesTheReadingIncomplete() {
    file("a.yaml", group("a"));

    SourceReading reading = read(Map.of("branch", "gone"));

    assertThat(reading.complete()).isFalse();
    assertThat(reading.faults()).singleElement().asString().contains("refs/heads/gone");
    assertThat(names()).isEmpty();
  }

  @Test
  void onlyTheLastCommitIsFetched() throws IOException {
    file("a.yaml", group("a"));
    publish(source());
    file("a.yaml", group("b"));
    read(Map.of());

    try (var caches = Files.list(outside.resolve("cache"))) {
      assertThat(caches.toList())
          .singleElement()
          .satisfies(cache -> assertThat(cache.resolve("shallow")).isNotEmptyFile());
    }
  }

  @Test
  void aCacheThatIsBrokenIsMadeAnew() throws IOException {
    file("a.yaml", group("a"));
    read(Map.of());
    try (var files = Files.walk(outside.resolve("cache"))) {
      for (Path file : files.filter(f -> f.endsWith("HEAD") || f.endsWith("config")).toList()) {
        Files.writeString(file, "not git");
      }
    }

    assertThat(read(Map.of()).complete()).isTrue();
  }

  @Test
  void aLinkLongerThanAnyPathIsToldAndCostsOnlyItself() throws IOException, GitAPIException {
    file("a.yaml", group("a"));
    file("b.yaml", group("b").replace("type: team", "type: {$text: ./long}"));
    Map<String, Object> configuration = publish(source());
    commitLink("long", "x/".repeat(SearchLimits.PATH_BYTES));
    List<FoundDocument> found = new ArrayList<>();

    SourceReading reading = adapter().read("git", configuration, found::add);

    assertThat(found)
        .extracting(FoundDocument::document)
        .satisfiesExactly(
            a -> assertThat(a).isInstanceOf(ReadDocument.Accepted.class),
            b -> assertThat(b).isInstanceOf(ReadDocument.Rejected.class));
    assertThat(reading.complete()).isTrue();
    assertThat(reading.notes()).anySatisfy(note -> assertThat(note).startsWith("long is a link"));
  }

  @Test
  void whatIsReadThroughALinkIsReadAgainWhenItLeadsElsewhereOrToOtherContent() throws IOException {
    file("api.yaml", api("$text: ./definition.txt"));
    file("team.yaml", group("a"));
    file("real/definition.txt", "openapi: 3.1.0\n");
    file("real/other.txt", "openapi: 3.0.0\n");
    Path link = source().resolve("definition.txt");
    Files.createSymbolicLink(link, Path.of("real/definition.txt"));
    Remembering remembering = new Remembering();

    assertThat(remembering.read()).containsExactly("api.yaml", "team.yaml");
    assertThat(remembering.read()).isEmpty();
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("real/other.txt"));
    assertThat(remembering.read()).containsExactly("api.yaml");
    file("real/other.txt", "openapi: 3.1.1\n");
    assertThat(remembering.read()).containsExactly("api.yaml");
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("../out.txt"));
    assertThat(remembering.read()).containsExactly("api.yaml");
    assertThat(remembering.read()).isEmpty();
  }

  @Test
  void ofARevisionThatIsKnownNothingIsRead() {
    file("a.yaml", group("a"));
    Remembering remembering = new Remembering();
    remembering.known = String.valueOf(read(Map.of()).revision());

    SourceReading reading = adapter().read("git", theSameCommit(), remembering);

    assertThat(reading.complete()).isTrue();
    assertThat(reading.files()).isZero();
    assertThat(remembering.begun).isEmpty();
  }

  private Map<String, Object> theSameCommit() {
    return Map.of("url", source().toUri().toString());
  }

  /** Remembers all files as they were read last. */
  private final class Remembering implements Reception {
    private final Map<String, FileReading> readings = new HashMap<>();
    private final List<String> begun = new ArrayList<>();
    private String known = "";

    /** The files that are read of the next commit. */
    List<String> read() {
      begun.clear();
      SourceReading reading = adapter().read("git", publish(source()), this);
      assertThat(reading.files()).isEqualTo(2);
      return begun;
    }

    @Override
    public boolean has(String revision) {
      return revision.equals(known);
    }

    @Override
    public Map<String, FileReading> recall(
        Collection<String> files, Predicate<FileReading> current) {
      Map<String, FileReading> recalled = new HashMap<>(readings);
      recalled.keySet().retainAll(files);
      recalled.values().removeIf(current.negate());
      return recalled;
    }

    @Override
    public boolean takeAgain(FileReading before) {
      return true;
    }

    @Override
    public void begin(String file) {
      begun.add(file);
    }

    @Override
    public void take(FoundDocument document) {}

    @Override
    public void end(FileReading reading) {
      readings.put(reading.file(), reading);
    }
  }

  /** A link such as no file system takes. */
  private void commitLink(String path, String target) throws IOException, GitAPIException {
    try (Git git = Git.open(source().toFile())) {
      Repository repository = git.getRepository();
      DirCache index = repository.lockDirCache();
      try (ObjectInserter inserter = repository.newObjectInserter()) {
        DirCacheEntry link = new DirCacheEntry(path);
        link.setFileMode(FileMode.SYMLINK);
        link.setObjectId(
            inserter.insert(Constants.OBJ_BLOB, target.getBytes(StandardCharsets.UTF_8)));
        inserter.flush();
        DirCacheBuilder builder = index.builder();
        builder.keep(0, index.getEntryCount());
        builder.add(link);
        builder.finish();
        index.write();
        if (!index.commit()) {
          throw new IOException("The index is in use");
        }
      }
      git.commit().setSign(false).setAuthor("A", "a@example.com").setMessage("Link").call();
    }
  }

  @Test
  void credentialsDoNotBelongIntoTheConfiguration() {
    assertThatThrownBy(() -> adapter().check(Map.of("url", "https://me:secret@example.com/a.git")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("tokenVariable")
        .hasMessageNotContaining("secret");
  }

  @Test
  void onlyVariablesThatAreMeantForGitCanBeNamed() {
    environment.put("PORTOLAN_POSTGRES_PASSWORD", "secret");

    assertThatThrownBy(
            () ->
                adapter()
                    .check(
                        Map.of(
                            "url", "https://example.com/a.git",
                            "tokenVariable", "PORTOLAN_POSTGRES_PASSWORD")))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("PORTOLAN_GIT_");
  }

  @Test
  void aVariableThatIsNotSetIsSaidBeforeAnythingIsFetched() {
    assertThatThrownBy(
            () ->
                adapter()
                    .check(
                        Map.of(
                            "url", "https://8.8.8.8/a.git",
                            "tokenVariable", "PORTOLAN_GIT_TOKEN")))
        .hasMessageContaining("no environment variable PORTOLAN_GIT_TOKEN");
  }

  @Test
  void aTokenIsSentToTheHostThatItIsForAndToNoOther() {
    for (String variable : List.of("PORTOLAN_GIT_TOKEN", "PORTOLAN_GIT_INSIDE", "PORTOLAN_GIT_X")) {
      environment.put(variable, "secret");
    }
    adapter().check(withToken("https://8.8.8.8:443/a.git", "PORTOLAN_GIT_TOKEN"));
    adapter().check(withToken("https://10.9.8.7:8443/a.git", "PORTOLAN_GIT_INSIDE"));

    for (var configuration :
        List.of(
            withToken("https://8.8.4.4/a.git", "PORTOLAN_GIT_TOKEN"),
            withToken("https://8.8.8.8:8443/a.git", "PORTOLAN_GIT_TOKEN"),
            withToken("https://10.9.8.7/a.git", "PORTOLAN_GIT_INSIDE"),
            withToken("https://8.8.8.8/a.git", "PORTOLAN_GIT_X"),
            withToken(source().toUri().toString(), "PORTOLAN_GIT_TOKEN"))) {
      assertThatThrownBy(() -> adapter().check(configuration))
          .as("%s", configuration)
          .isInstanceOfSatisfying(
              InvalidConfigurationException.class,
              e -> assertThat(e.key()).isEqualTo("tokenVariable"));
    }
  }

  private static Map<String, Object> withToken(String url, String variable) {
    return Map.of("url", url, "tokenVariable", variable);
  }

  @Test
  void hostsWithinOnesOwnNetworkAreRefusedUnlessTheyAreAllowed() {
    adapter().check(Map.of("url", "https://10.9.8.7/a.git"));

    for (String host :
        List.of(
            "127.0.0.1",
            "localhost",
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "2130706433",
            "[::1]",
            "[::]",
            "[fe80::1]",
            "[fd00::1]",
            "[::ffff:127.0.0.1]",
            "[::7f00:1]",
            "[64:ff9b::7f00:1]",
            "[2002:7f00:1::]")) {
      assertThatThrownBy(() -> adapter().check(Map.of("url", "https://" + host + "/a.git")))
          .as(host)
          .isInstanceOfSatisfying(
              InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo("url"))
          .hasMessageContaining("PORTOLAN_GIT_INSIDE_HOSTS");
    }
  }

  @Test
  void otherProtocolsAreRefused() {
    for (String url :
        List.of("git://example.com/a", "ssh://example.com/a", "/etc", "file:///etc")) {
      assertThatThrownBy(() -> adapter().check(Map.of("url", url)))
          .as(url)
          .isInstanceOf(InvalidConfigurationException.class);
    }
  }
}
